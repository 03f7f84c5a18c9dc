// English, and the type of every other language.

import { ago, enArrival } from "./en-arrival.ts";
import { enCall } from "./en-call.ts";
import { enDevices } from "./en-devices.ts";
import { enGuide } from "./en-guide.ts";
import { enProblems } from "./en-problems.ts";
import { enReach } from "./en-reach.ts";

export const en = {
	appName: "Pigeon",
	home: {
		title: "Talk directly. Nothing in between.",
		lead: "Calls, chat and files from one device to another, without an account.",
		lost: (ms: number) =>
			`You sent an invite ${ago(ms)}, and its page has been closed since. A reply to it finds nobody any more: make a new invite, and send that one.`,
		has: "Somebody sent you a code? It goes in on the next page.",
		start: "Connect with someone",
		incomplete:
			"A part of this page did not load. Reload it; if that does not help, check that there is internet.",
		before: "Before you connect",
		beforeHint: "Optional. You can switch these on at any time.",
		privacy:
			"What you say, show and write goes straight from device to device, encrypted. This page is only files; it keeps nothing but what you accept, until you have saved it.",
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
		title: "Connecting with someone",
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
			crossed:
				"They sent an invite of their own instead of a reply. It is in; they still need this reply from you.",
			waitForThem:
				"As soon as they take in your reply, you are connected. Keep this page open.",
			joining: "Both codes are in. Connecting.",
			joiningLong:
				"Still connecting. Keep both pages open and in front. If nothing happens, start over; being in the same network helps.",
			stalled:
				"Nobody has come for twenty minutes. Your reply is still good; shall this page go on waiting?",
		},
		again:
			"New codes bring the two of you together again. It is the same session: your chat is kept, and nobody else can take their place.",
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
		qrHint:
			"The picture goes to a camera: their phone's own, or Pigeon's on their side.",
		qrMoving:
			"This code is large, so the picture moves. Hold the camera until it is whole.",
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
		raw: "For another tool",
		rawHint:
			"Other WebRTC tools take the description as it is. Paste what they answer into “Their code”.",
		rawReply:
			"Theirs came from another tool. This is the answer in the form that it reads; copy it there.",
		copyRaw: "Copy description",
		linkHint:
			"The link goes into a message. There it opens Pigeon, and asks whether to answer.",
		openLink: "The same as a link",
		scan: "Scan their screen",
		scanStop: "Stop scanning",
		scanning: "Hold their code in front of the camera.",
		scanHint:
			"Your browser will ask for the camera. Its picture stays on this device.",
		scanLabel: "What the camera sees",
		picture: "Choose a picture",
		paste: "Paste what they sent",
		pasteHint:
			"A code, a link or a whole message: paste it as it is. Pictures can be dropped here too.",
		pastePlaceholder: "Paste here",
		taken: "Their code is in",
		another: "They sent another code",
		anotherHint:
			"If their page had to begin again, take in their newer code here. It must be the same person's.",
		startOver: "Start over with a fresh code",
		retry: "Try again",
		retryWithCamera: "Allow the camera and try again",
		cancel: "Cancel",
	},
	scan: {
		torchOn: "Turn the light on",
		torchOff: "Turn the light off",
		zoom: "Zoom",
		switch: "Other camera",
		progress: (have: number, need: number) =>
			`${have} of ${need} pictures read. Keep holding.`,
		hint: {
			tooDark: "Too dark to read. More light helps, or a brighter screen.",
			holdStill: "There is a code. Hold still, and a little closer.",
			comeCloser: "Come closer, until the code fills half of the picture.",
		},
	},
	face: {
		start: "Screen to screen",
		lead: "Hold the two screens towards each other.",
		youRead: "You have read their code",
		youWait: "Looking for their code",
		theyRead: "They have read yours",
		theyWait: "Waiting until they read yours",
		stop: "Back to the code",
	},
	...enArrival,
	framed: {
		title: "Pigeon opens in a window of its own",
		lead: "Another site has put it inside its page. There it does nothing: you could not tell what is Pigeon and what is theirs.",
		open: "Open it in a new tab",
		hint: "No code has been read, and nothing sent.",
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
		typing: "They are writing…",
		copy: "Copy",
		copied: "Copied",
		tooLong: "This is too long for one message.",
		asFile: "Send it as a file",
		more: "More",
		save: "Save as text",
		clear: "Delete this chat here",
		names: { me: "You", them: "They" },
	},
	ended: {
		title: "The call has ended",
		failedTitle: "No connection",
		again: "New connection",
		home: "To the start",
	},
	shell: {
		update: "A new version is ready",
		updateNow: "Use it now",
		install: "Install Pigeon",
		installHint:
			"Kept on this device it opens at once, without internet, in a window of its own.",
		fromFile:
			"You opened Pigeon from a file. All of it is in there, and it needs no internet. What it cannot do: make links, update itself, or remember that you allowed the camera.",
		release: (name: string) => `Pigeon ${name}`,
		help: "Help",
		settings: "Settings",
	},
	...enCall,
	...enDevices,
	shared: {
		title: (percent: number | null, newsCount: number, appName: string) =>
			[
				newsCount > 0 ? `(${newsCount})` : "",
				percent === null ? "" : `${percent} %`,
				appName,
			]
				.filter((part) => part !== "")
				.join(" "),
		waiting: (names: readonly string[]) =>
			names.length === 1
				? `Shared to Pigeon: ${names[0]}. It waits here until you are connected and send it.`
				: `Shared to Pigeon: ${names[0]} and ${names.length - 1} more. They wait here until you are connected and send them.`,
		drop: "Do not send",
		lost: "What you shared did not get in, because Pigeon was open already. Paste a code here; a file can be chosen during the call.",
		lostRead: "All right",
	},
	...enGuide,
	...enProblems,
	...enReach,
};

export type Texts = typeof en;
