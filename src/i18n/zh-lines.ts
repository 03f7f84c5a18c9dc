// Chinese for sharing the screen, and for the call on hold.

import type { enLines } from "./en-lines.ts";

export const zhLines: typeof enLines = {
	screen: "屏幕",
	shareScreen: "共享你的屏幕",
	stopScreen: "停止共享屏幕",
	theirScreen: "对方的屏幕",
	screenFailed:
		"无法共享你的屏幕。系统可能不允许这个浏览器这样做；请看系统的隐私设置。",
	hold: "保持",
	holdCall: "暂停通话",
	resumeCall: "继续通话",
	onHold: "通话已暂停",
	myHold: "你暂停了通话。你们彼此都看不见、听不到。",
	theirHold: "对方暂停了通话。你们彼此都看不见、听不到。",
	bothHold: "你们都暂停了通话。",
	holdTone: "这期间让对方听到一段轻柔的声音",
};
