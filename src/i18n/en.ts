// English, and the type of every other language.

import type { ProblemTexts } from "./problems.ts";

const minutes = (ms: number) => Math.floor(ms / 60_000);

const clock = (ms: number) => {
	const seconds = Math.floor(ms / 1_000);
	const parts = [Math.floor(seconds / 60), seconds % 60];
	return parts.map((part) => String(part).padStart(2, "0")).join(":");
};

const ago = (ms: number) => {
	const count = minutes(ms);
	if (count < 1) return "just now";
	return count === 1 ? "a minute ago" : `${count} minutes ago`;
};

export const en = {
	appName: "Pigeon",
	home: {
		title: "Talk directly. Nothing in between.",
		lead: "Two devices, connected by a code that you hand over yourselves: from screen to camera, or in a message. Voice, video and chat, with no account and no server listening.",
		start: "Connect with someone",
		before: "Before you connect",
		beforeHint: "Optional. You can switch these on at any time.",
		reach: "Who can be reached",
		internet: "Anyone on the internet",
		internetHint:
			"Asks a public server for your own address. It does not learn whom you talk to.",
		local: "Only this network",
		localHint: "Contacts no server at all. Works without internet.",
		privacy:
			"What you say, show and write goes straight from device to device, encrypted. This page is only files; it keeps nothing.",
	},
	media: {
		title: "Camera and microphone",
		camera: "Camera",
		microphone: "Microphone",
		cameraOn: "Turn camera off",
		cameraOff: "Turn camera on",
		microphoneOn: "Mute microphone",
		microphoneOff: "Turn microphone on",
		asking: "Your browser is asking for permission.",
		previewOff: "Your camera is off",
		preview: "Your camera",
	},
	connect: {
		mine: { invite: "Your invite", reply: "Your reply" },
		mineMaking: "Your code",
		theirs: "Their code",
		step: {
			making: "Making your code. A moment.",
			exchange:
				"Let the other device scan your code, or send it. Then take in theirs.",
			waitForReply:
				"Sent? Then wait here for their reply, and paste or open it when it comes.",
			replying: "Their code is in. Making your reply.",
			handBack: "Their code is in. Now hand your reply back to them.",
			waitForThem:
				"As soon as they take in your reply, you are connected. Keep this page open.",
			joining: "Both codes are in. Connecting.",
			joiningLong:
				"Still connecting. Keep both pages open and in front. If nothing happens, start over; being in the same network helps.",
			stalled:
				"Nobody has come for twenty minutes. Your reply is still good; shall this page go on waiting?",
		},
		keepOn: "Go on waiting",
		made: (ms: number) => `Made ${ago(ms)}`,
		renew: "Make a fresh one",
		old: "An invite grows stale after some minutes. If it does not connect, make a fresh one.",
		theirsMade: (ms: number) => `It was made ${ago(ms)}.`,
		theirsOld:
			"The page that made it may be gone by now. If nothing happens, ask for a fresh one.",
		cutOffBy: (count: number) =>
			count === 1
				? "The last character of this code is missing. Copy all of it."
				: `The last ${count} characters of this code are missing. Copy all of it.`,
		qrHint: "For a camera: point the other device here",
		qrLarge: "Show the picture large",
		qrSmall: "Show the picture small",
		qrLabel: "Your code as a QR picture",
		share: "Share",
		shareText: {
			invite:
				"Let's talk directly. Open this, then send me the reply it makes:",
			reply: "Here is my reply. Open it where you made the invite:",
		},
		copyLink: "Copy link",
		copyText: "Copy text",
		copied: "Copied",
		linkHint: "For a message: the link opens Pigeon and asks to answer",
		openLink: "The same as a link",
		scan: "Scan their screen",
		scanStop: "Stop scanning",
		scanning: "Hold their code in front of the camera.",
		scanLabel: "What the camera sees",
		picture: "Choose a picture",
		paste: "Paste what they sent",
		pasteHint:
			"A code, a link or a whole message: paste it as it is. Pictures can be dropped here too.",
		pastePlaceholder: "Paste here",
		taken: "Their code is in",
		startOver: "Start over with a fresh code",
		retryWithCamera: "Allow the camera and try again",
		cancel: "Cancel",
	},
	arrival: {
		title: "Someone would like to talk with you",
		lead: "They sent you an invite. Answering makes a reply that you send back to them; then your devices connect directly.",
		gives:
			"Answering shows your device's network address to whoever made this invite. Nothing has been sent so far.",
		made: (ms: number) => `The invite was made ${ago(ms)}.`,
		own: "This invite was made in this browser. It is meant for the other person; answer it here only to try things out.",
		answer: "Answer",
		decline: "Not now",
		handingTitle: "Passing the reply on",
		handing: "Looking for the window that is waiting for it.",
		handedTitle: "The reply has reached your other window",
		handed: "You are being connected there. This window can be closed.",
		orphanTitle: "No window is waiting for this reply",
		orphan:
			"The reply belongs to an invite whose page is not open in this browser. If it is open elsewhere, paste the reply there. If it was closed, make a new invite.",
		copyReply: "Copy the reply",
		newInvite: "Make a new invite",
		unreadableTitle: "This link cannot be read",
		home: "To the start",
	},
	call: {
		connected: "Connected",
		recovering: "The connection is interrupted. Trying to get it back.",
		theirVideo: "Their camera",
		theirCameraOff: "Their camera is off",
		theirMicrophoneOff: "Their microphone is off",
		hangUp: "Hang up",
		controls: "Call controls",
		chat: "Chat",
		openChat: "Show chat",
		closeChat: "Hide chat",
		unread: (count: number) => `${count} new`,
		duration: clock,
	},
	chat: {
		title: "Chat",
		empty: "What you write here goes straight to the other device.",
		placeholder: "Write a message",
		send: "Send",
		me: "You",
		them: "They",
		sending: "Sending",
		delivered: "Delivered",
	},
	ended: {
		title: "The call has ended",
		failedTitle: "No connection",
		lasted: (ms: number) => `It lasted ${clock(ms)}.`,
		again: "New connection",
		home: "To the start",
	},
	shell: {
		update: "A new version is ready",
		updateNow: "Use it now",
		install: "Install",
		installHint: "Keep Pigeon on this device",
	},
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
		ownCode:
			"This is your own code. Send it to the other person, and paste what comes back.",
		otherInvite:
			"This reply belongs to another invite. Send them the code you see here, or ask for a fresh reply.",
		replacedInvite:
			"This answers an earlier invite of yours, which a fresh one has replaced. Send them the code you see here.",
		alreadyTaken:
			"Someone else's code is already in. For another person, start a new connection.",
		unusable:
			"This browser cannot use that code. Ask the other person for a fresh one.",
		noAddress:
			"This device finds no network address to put into a code. Connect it to a network, or allow the camera, which lets it see its own addresses.",
		noQrInPicture:
			"No code was found in this picture. Try one that is sharper, or shows the code larger.",
		notAPicture: "This file is not a picture that can be opened here.",
		foreignQr: "That is a QR code, but not from Pigeon.",
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
	ending: {
		byMe: "You hung up.",
		byThem: "The other person hung up.",
		lost: "The connection was lost and did not come back.",
		unreachable:
			"The two devices did not find a way to each other. Being in the same network helps.",
		died: "The browser has closed this connection, perhaps while the page was in the background. Make a fresh one.",
		broken:
			"Something in this page went wrong, and the connection is closed. Make a fresh one.",
	},
} satisfies ProblemTexts & Record<string, unknown>;

export type Texts = typeof en;
