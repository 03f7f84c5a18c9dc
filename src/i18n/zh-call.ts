// Chinese for the call and for what is known of its connection.

import type { Texts } from "./en.ts";
import { clock } from "./en-call.ts";

export const zhCall: Pick<Texts, "call" | "details"> = {
	call: {
		title: "通话",
		connected: "已连接",
		recovering: "连接中断，正在恢复。",
		recoveringHelp:
			"短暂的中断会自己恢复。如果等得太久，你们可以交换新的连接码；聊天记录会保留。",
		severed: "连接断开了。",
		severedHelp:
			"它也许还会自己恢复。要确保连上，请交换新的连接码：还是同一个人，聊天也还在。",
		reconnect: "用连接码重新连接",
		theirVideo: "对方的摄像头",
		theirCameraOff: "对方的摄像头已关闭",
		theirMicrophoneOff: "对方的麦克风已关闭",
		hangUp: "挂断",
		controls: "通话控制",
		chat: "聊天",
		openChat: "显示聊天",
		closeChat: "隐藏聊天",
		unread: (count) => `${count} 条新消息`,
		duration: clock,
	},
	details: {
		title: "连接详情",
		path: "路径",
		noPath: "还没有",
		paths: {
			sameNetwork: "直接连接，在同一个网络里",
			direct: "直接连接，经过互联网",
			relayed: "经过你的 TURN 服务器",
		},
		roundTrip: "往返时间",
		ms: (count) => `${count} 毫秒`,
		mine: "本设备的地址",
		theirs: "对方的地址",
		none: "无",
		kind: {
			name: "局域网里的名称",
			local: "局域网",
			public: "公网，没有路由器",
			mapped: "公网，在路由器后面",
			relay: "TURN 服务器",
		},
		tried: "尝试过的路径",
		answered: (tried, answered) => `${tried} 条，其中 ${answered} 条有回应`,
		copy: "复制报告",
		redacted: "报告里只有种类和数量：没有地址，没有名称，也没有你们说过的话。",
	},
};
