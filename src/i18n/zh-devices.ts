// Chinese for choosing what one speaks into, is seen by and listens to.

import type { enDevices } from "./en-devices.ts";

export const zhDevices: typeof enDevices = {
	devices: {
		title: "设备",
		microphone: "麦克风",
		camera: "摄像头",
		speaker: "扬声器",
		pickSpeaker: "选择扬声器",
		system: "系统默认",
		level: "你的音量",
		volume: "对方的音量",
		forget: "忘掉这些选择",
		kept: "你的选择只保存在本设备上。",
		unnamed: "先打开一次麦克风或摄像头，浏览器就会告诉本页有哪些设备。",
		retry: "再试一次",
		flip: "翻转摄像头",
		paused: "浏览器暂停了摄像头。本页回到最前面时会继续。",
	},
};
