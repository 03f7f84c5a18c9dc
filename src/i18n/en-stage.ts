// English for what is seen only during a call: the stage, its controls and its sheets.

import { enLines } from "./en-lines.ts";

export const enStage = {
	...enLines,
	more: "More",
	lessMore: "Close this menu",
	close: "Close",
	me: "You",
	myMicrophoneOff: "Your microphone is off",
	them: "The other side",
	fit: { whole: "Fill the room", filled: "Show the whole picture" },
	fullScreen: "Full screen",
	leaveFullScreen: "Leave full screen",
	float: "Small window over others",
	unfloat: "Back from the small window",
	showing: "You are showing your screen.",
	stopShowing: "Stop",
	keys: "Keyboard",
	keysHint: "They do nothing while you write.",
	useKeys: "Use these keys",
	keyNames: {
		microphone: "Microphone on or off",
		camera: "Camera on or off",
		screen: "Show your screen, or stop",
		hold: "Hold, or go on",
		chat: "Chat",
		fit: "Whole picture, or filling the room",
		fullScreen: "Full screen",
		float: "Small window",
		keys: "This list",
	},
	withKey: (name: string, key: string) => `${name} (${key.toUpperCase()})`,
};

export type StageTexts = typeof enStage;
