// English for files: what is given, what comes, and how it goes.

import type { FileProblem } from "../channels/problem.ts";
import { sizeIn } from "./units.ts";

const size = sizeIn("en");

const left = (ms: number) => {
	const seconds = Math.ceil(ms / 1_000);
	if (seconds < 60) return `${seconds} s left`;
	const minutes = Math.ceil(seconds / 60);
	if (minutes < 60) return `${minutes} min left`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
};

export const enFiles = {
	list: "Files",
	attach: "Send files",
	attachFolder: "Send a folder",
	drop: "Drop here to send",
	size,
	left,
	count: (count: number, bytes: number) => `${count} files, ${size(bytes)}`,
	more: (count: number) => `and ${count} more`,
	batchProgress: (doneCount: number, count: number, percent: number | null) =>
		[
			doneCount > 0 ? `${doneCount} of ${count} done` : "",
			percent === null ? "" : `${percent} %`,
		]
			.filter((part) => part !== "")
			.join(" · "),
	progress: (percent: number, doneBytes: number, bytes: number) => [
		`${percent} %`,
		`${size(doneBytes)} of ${size(bytes)}`,
	],
	rate: (bytesPerSecond: number) => `${size(bytesPerSecond)}/s`,
	sending: {
		asking: "Waiting until they say yes",
		preparing: "Getting ready",
		moving: "Sending",
		pausedByMe: "Paused",
		pausedByThem: "They have paused it",
		interrupted: "Goes on when the connection is back",
		done: "Delivered",
		failed: "Not sent",
		kept: "",
		asked:
			"They have part of this. Choose the same file again, and it goes on.",
	},
	coming: {
		asking: "They want to send you this",
		preparing: "Getting ready",
		moving: "Receiving",
		pausedByMe: "Paused",
		pausedByThem: "They have paused it",
		interrupted: "Goes on when the connection is back",
		done: "Here, and checked",
		failed: "Not received",
		kept: "Part of this is here from before. They can send you the rest.",
		asked: "",
	},
	shared: (names: readonly string[]) =>
		names.length === 1
			? `Shared to Pigeon: ${names[0]}`
			: `Shared to Pigeon: ${names[0]} and ${names.length - 1} more`,
	sendShared: "Send it to them",
	dropShared: "Do not send",
	accept: "Accept",
	acceptAll: "Accept all",
	acceptAlways: "Accept everything in this call",
	isAlways: "Everything they send in this call is accepted.",
	askEachTime: "Ask me each time",
	acceptTo: "Save to…",
	acceptToHint:
		"“Save to…” writes straight to your disk. If this page is closed before it is done, it starts over; “Accept” could go on.",
	decline: "Decline",
	declineAll: "Decline all",
	pause: "Pause",
	goOn: "Go on",
	cancel: "Cancel",
	pauseAll: "Pause all",
	goOnAll: "Go on with all",
	cancelAll: "Cancel all",
	save: "Save",
	saveAll: "Save all",
	saved: "Saved",
	saveStuck:
		"Not all of it could be saved: the disk may be full, or the folder gone. What says “Saved” is there; the rest is still here, to be saved one by one or all in another place.",
	chooseAgain: "Choose the file",
	otherFile: "What you chose is another file: its size differs.",
	dropAsked: "Not now",
	sendAgain: "Send again",
	askAgain: "Ask for the rest",
	askedFor: "They have been asked.",
	forget: "Delete here",
	forgetAll: "Delete all here",
	sum: "SHA-256",
	summing: "Working it out…",
	sumSame: "SHA-256, the same on both devices",
	sumDiffers: "SHA-256: the two files differ",
	mySum: "Here",
	theirSum: "There",
	thumbnail: "Small view of the picture",
	tooLargeForMemory: (bytes: number) =>
		`This browser window can only hold files in memory, and has room for ${size(bytes)}. A normal window (not a private one) can take more.`,
	noRoom: (bytes: number, canPick: boolean) =>
		canPick
			? `This browser keeps up to ${size(bytes)} here. “Save to…” puts it straight on your disk, where there may be more room.`
			: `This browser keeps up to ${size(bytes)} here. Make room on this device, or use another one.`,
	inMemory: (bytes: number) =>
		`This window keeps files in memory only, with room for ${size(bytes)} now. Save them before you close it; what you delete here makes room.`,
	news: {
		asking: (name: string) => `They want to send you ${name}.`,
		asked: (name: string) => `They ask for ${name} again.`,
		arrived: (name: string, count: number) =>
			count === 1 ? `${name} has arrived.` : `${count} files have arrived.`,
		delivered: (name: string, count: number) =>
			count === 1
				? `${name} has been delivered.`
				: `${count} files have been delivered.`,
		failed: (name: string, count: number) =>
			count === 1
				? `${name} did not make it.`
				: `${count} files did not make it.`,
	},
	alsoFailed: (count: number) => `${count} did not make it.`,
	/** Who ended it is said where it matters. */
	problem: {
		declined: { byMe: "You declined it.", byThem: "They declined it." },
		cancelled: { byMe: "You cancelled it.", byThem: "They cancelled it." },
		noRoom: {
			byMe: "There is not enough room on this device. Make room, or save it straight to a place you choose.",
			byThem: "There is not enough room on their device.",
		},
		tooLarge: {
			byMe: "There is no room for this in this browser window, which can only hold files in memory.",
			byThem:
				"There is no room for this in their browser window, which can only hold files in memory.",
		},
		overLimit: {
			byMe: "One file can have 1 TB at most. Split it into smaller ones.",
			byThem: "One file can have 1 TB at most. Split it into smaller ones.",
		},
		notStored: {
			byMe: "It could not be stored here; perhaps the disk is full. What has arrived is kept, to go on later.",
			byThem:
				"It could not be stored on their device; perhaps the disk is full.",
		},
		damaged: {
			byMe: "It arrived damaged again and again, so it was dropped. Ask them to send it once more.",
			byThem: "It arrived damaged again and again. Send it once more.",
		},
		misbehaved: {
			byMe: "Their device sent something other than it announced, so it was dropped.",
			byThem: "Their device did not understand what was sent.",
		},
		changed: {
			byMe: "This file has changed since the first part was sent. Send it again from the start.",
			byThem:
				"Their file has changed since the first part was sent. Ask them to send it again.",
		},
		unreadable: {
			byMe: "This file can no longer be read. Was it moved, changed or deleted? Send it again.",
			byThem: "Their device can no longer read this file.",
		},
	} satisfies Readonly<
		Record<FileProblem, { readonly byMe: string; readonly byThem: string }>
	>,
};

export type FileTexts = typeof enFiles;
