// Chinese for how a call goes, what is kept of it, and what is said of it afterwards.

import type { KeepProblem } from "../media/problem.ts";
import { enQuality, type QualityTexts } from "./en-quality.ts";
import { sizeIn } from "./units.ts";

const size = sizeIn("zh");

const failed: Readonly<Record<KeepProblem, string>> = {
	unsupported: "这个浏览器不能录制。",
	noRoom: "本设备空间太少，无法录制。",
	noPicture: "没有画面。请稍后再试。",
	noSound:
		"本设备现在没有声音输出，所以录不下声音。请接上耳机或扬声器，再试一次。",
	failed: "录制的内容没能保存。",
};

export const zhQuality: QualityTexts = {
	quality: {
		...enQuality.quality,
		bars: { 1: "连接较弱", 2: "连接一般", 3: "连接良好" },
		unknown: "还没有测量连接",
		title: "连接",
		close: "关闭",
		open: "查看连接情况",
		waiting: "第一批数据马上就到。",
		received: "收到",
		sent: "发出",
		bitrate: "码率",
		loss: "途中丢失",
		roundTrip: "往返时间",
		frames: "对方的画面",
		framesPerSecond: (count) => `每秒 ${Math.round(count)} 帧`,
		concealed: "对方声音的缺口",
		ms: (value) => `${Math.round(value)} 毫秒`,
		graph: (name, now, most) =>
			`最近两分钟的${name}：现在 ${now}，最高 ${most}`,
	},
	keep: {
		...enQuality.keep,
		record: "录制这次通话",
		stopRecording: "停止录制",
		recording: "你正在录制。对方看得到这一点。",
		stop: "停止",
		saving: "正在保存录制内容…",
		kept: (name, bytes) => `${name}，${size(bytes)}`,
		cut: "录制自动结束了：本设备快要装满了。",
		saved: "录制内容已保存",
		saveAgain: "再保存一次",
		theyRecord: "对方正在录制这次通话",
		theyRecordHint: "如果你不愿意，请告诉对方，或挂断。",
		still: "截取对方的画面",
		stillSaved: (name) => `画面已保存为 ${name}`,
		failed,
	},
	again: {
		call: "再次通话",
		accept: "再聊一会",
		decline: "以后再说",
		told: {
			gone: "",
			open: "",
			asking: "正在问对方。请让本页开着。",
			asked: "对方想再和你聊聊。",
			joining: "正在重新连接。",
			refused: "对方现在不方便。",
			failed: "没有成功。用新的连接码就可以。",
		},
	},
	summary: {
		...enQuality.summary,
		lasted: "时长",
		path: "路径",
		paths: {
			sameNetwork: "直接连接，在同一个网络里",
			direct: "直接连接，经过互联网",
			relayed: "经过 TURN 服务器",
		},
		moved: "数据",
		bytes: (sent, received) => `发出 ${size(sent)}，收到 ${size(received)}`,
	},
};
