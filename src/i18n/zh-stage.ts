// Chinese for what is seen only during a call: the stage, its controls and its sheets.

import type { StageTexts } from "./en-stage.ts";
import { zhLines } from "./zh-lines.ts";

export const zhStage: StageTexts = {
	...zhLines,
	more: "更多",
	lessMore: "关闭菜单",
	close: "关闭",
	me: "你",
	myMicrophoneOff: "你的麦克风已关闭",
	them: "对方",
	fit: { whole: "填满画面", filled: "显示完整画面" },
	fullScreen: "全屏",
	leaveFullScreen: "退出全屏",
	float: "悬浮小窗",
	unfloat: "退出悬浮小窗",
	showing: "你正在共享屏幕。",
	stopShowing: "停止",
	keys: "键盘",
	keysHint: "打字的时候不起作用。",
	useKeys: "使用这些按键",
	keyNames: {
		microphone: "打开或关闭麦克风",
		camera: "打开或关闭摄像头",
		screen: "共享屏幕，或停止",
		hold: "暂停，或继续通话",
		chat: "聊天",
		fit: "完整画面，或填满",
		fullScreen: "全屏",
		float: "悬浮小窗",
		keys: "这份列表",
	},
	withKey: (name, key) => `${name}（${key.toUpperCase()}）`,
};
