// English for everything that can go wrong: what it is, and what would help.

import type { ProblemTexts } from "./problems.ts";

export const enProblems = {
	problem: {
		notACode:
			"There is no code in this. Copy the whole message and paste it again.",
		cutOff:
			"The end of this code is missing. Copy all of it, to the last character.",
		damaged:
			"Some characters of this code have changed on the way. Ask for it again, or try the link.",
		newerVersion:
			"This code comes from a newer Pigeon. Reload this page to update it.",
		tooLong:
			"This is far too long to be a code. Paste only the message with it.",
		locked: "This code is locked. Its passphrase opens it.",
		ownCode:
			"This is your own code. Send it to the other person, and paste what comes back.",
		otherInvite:
			"This reply belongs to another invite. Send them the code you see here, or ask for a fresh reply.",
		replacedInvite:
			"This answers an earlier invite of yours, which a fresh one has replaced. Send them the code you see here.",
		alreadyTaken:
			"Someone else's code is already in. For another person, start a new connection.",
		usedInvite:
			"A second person has answered this invite. It has been used, so they are not let in. If they are the one you meant, start over with a fresh invite.",
		spentInvite:
			"You have been connected by this invite before, and an invite works only once. Ask for a fresh one. If nobody you know sent it again, somebody else may have copied it.",
		otherPerson:
			"This code is from someone else. Here only the person you were connected with can come back.",
		noServer:
			"No server could be reached, so this code holds no public address: it works only in the same network. Check that there is internet, or go on side by side.",
		onlyNames:
			"This code holds only a name that devices in the same network can look up. Where that fails, allow the camera, which lets this page see the address itself.",
		inviteRenewed:
			"The browser had closed the connection that your earlier invite belonged to. That one works no more; this is a fresh one.",
		replyRenewed:
			"This device was asleep for too long, and your earlier reply works no more. Send them this fresh one.",
		inviteContested:
			"It seems that two people answered your earlier invite in the same moment, and neither got in. This is a fresh one: send it to one person only.",
		replyContested:
			"It seems that somebody else answered the same invite in the same moment, and neither of you got in. Ask for a fresh invite, or send them this one of yours.",
		connectionClosed:
			"The connection has been closed: the other page is gone, or one of the two browsers put it to sleep. If both pages are open, new codes bring you together again.",
		unusable:
			"This browser cannot use that code. Ask the other person for a fresh one.",
		noAddress:
			"This device finds no network address to put into a code. Connect it to a network, or allow the camera, which lets it see its own addresses.",
		noQrInPicture:
			"No code was found in this picture. Try one that is sharper, or shows the code larger.",
		notAPicture: "This file is not a picture that can be opened here.",
		partOfMoving:
			"This is one picture of a code that moves. Scan it with this page, and hold the camera until it is whole.",
		foreignQr:
			"That is a QR code, but not one of Pigeon's. Look for the one on the other person's screen.",
		foreignLink:
			"That is a link to some page, not one of Pigeon's codes. Look for the one on the other person's screen.",
		foreignWifi:
			"That is a Wi-Fi code, not one of Pigeon's. Look for the one on the other person's screen.",
		foreignContact:
			"That is somebody's contact card, not one of Pigeon's codes. Look for the one on the other person's screen.",
		foreignPhone:
			"That is a telephone number, not one of Pigeon's codes. Look for the one on the other person's screen.",
		foreignMessage:
			"That is a text message to send, not one of Pigeon's codes. Look for the one on the other person's screen.",
		foreignMail:
			"That is a code for writing an email, not one of Pigeon's. Look for the one on the other person's screen.",
		foreignPlace:
			"That is a place on a map, not one of Pigeon's codes. Look for the one on the other person's screen.",
		foreignDate:
			"That is a date for a calendar, not one of Pigeon's codes. Look for the one on the other person's screen.",
		foreignPayment:
			"That is a code for paying, not one of Pigeon's. Look for the one on the other person's screen.",
		foreignLogin:
			"That is a key for signing in elsewhere, not one of Pigeon's codes. Keep it to yourself. Look for the one on the other person's screen.",
		foreignText:
			"That is a QR code with plain text, not one of Pigeon's. Look for the one on the other person's screen.",
		copyFailed:
			"The browser did not allow copying. Select the text below and copy it by hand.",
	},
	device: {
		camera: {
			refused:
				"The camera is not allowed here. Allow it in the browser's settings for this page; everything else works without it.",
			missing: "No camera was found. Everything else works without it.",
			busy: "Another app is using the camera. Close it there and try again.",
			insecure:
				"Browsers allow the camera only on https or localhost. Everything else works without it.",
			lost: "The camera has gone. Plug it in and try again.",
			failed: "The camera did not start. Try again.",
		},
		microphone: {
			refused:
				"The microphone is not allowed here. Allow it in the browser's settings for this page; everything else works without it.",
			missing: "No microphone was found. Everything else works without it.",
			busy: "Another app is using the microphone. Close it there and try again.",
			insecure:
				"Browsers allow the microphone only on https or localhost. Everything else works without it.",
			lost: "The microphone has gone. Plug it in and try again.",
			failed: "The microphone did not start. Try again.",
		},
	},
	cause: {
		noNetwork:
			"This device is in no network. Connect it to one, and make a fresh code.",
		noCommonNetwork:
			"Your code holds only addresses of your local network, and nothing outside it is tried, so the two devices must be in the same one. If they are not, start over and choose “Anyone on the internet”.",
		blocked:
			"No server has told this device its public address: this network has no internet, or lets only web pages through. In the same network, allow the camera on both sides and make fresh codes; otherwise another network helps, or a TURN server of your own.",
		theyAreLocal:
			"Their code holds only addresses of their own network, so you would have to be in it. Ask them to choose “Anyone on the internet” and make a fresh code.",
		namesUnresolved:
			"This network does not look up the names of its devices. If both of you allow the camera and make fresh codes, the addresses themselves are used.",
		keptApart:
			"You seem to be in the same network, but it keeps its devices apart, as guest networks do. A phone's hotspot or another network helps.",
		portsChange:
			"One of the networks gives every connection another port, so nobody can find the way in. Another network helps (a phone's hotspot, say), or a TURN server of your own.",
		stale:
			"Their code is old, and their page or their router may have moved on. Ask for a fresh one.",
		unfinished:
			"The other device answers, but the two do not come to an understanding. Wait a little; if it stays like this, start over with fresh codes.",
		silent:
			"Nothing comes back from the other device. Is their page still open and in front? If it is, start over with fresh codes, or try another network.",
	},
	ending: {
		byMe: "You hung up.",
		byThem: "The other person hung up.",
		unreachable:
			"The two devices did not find a way to each other. Being in the same network helps.",
		died: "This browser makes no direct connections. WebRTC is missing or switched off here, perhaps by an extension or a setting.",
		broken:
			"Something in this page went wrong, and the connection is closed. Make a fresh one.",
	},
} satisfies ProblemTexts;
