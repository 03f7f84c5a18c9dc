// English for sharing the screen, and for the call on hold.

export const enLines = {
	screen: "Screen",
	shareScreen: "Share your screen",
	stopScreen: "Stop sharing your screen",
	theirScreen: "Their screen",
	screenFailed:
		"Your screen could not be shared. Your system may not allow it for this browser; its privacy settings say so.",
	hold: "Hold",
	holdCall: "Put the call on hold",
	resumeCall: "Go on with the call",
	onHold: "On hold",
	myHold:
		"You have put the call on hold. Neither of you sees or hears the other.",
	theirHold:
		"They have put the call on hold. Neither of you sees or hears the other.",
	bothHold: "Both of you have put the call on hold.",
	holdTone: "Let them hear a soft tone meanwhile",
};
