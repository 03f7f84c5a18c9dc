// Chinese for finding out who is there. Claims no more than has been verified.

import type { TrustTexts } from "./en-trust.ts";

export const zhTrust: TrustTexts = {
	title: "安全号码",
	standing: {
		foreign: "对方用的是别的工具，这里无法核实任何人。",
		waiting: "正在生成安全号码。",
		silent: "对方的页面没有安全号码，这里无法核实任何人。",
		open: "尚未核实",
		saidByMe: "你说：一样。正在等对方也这样说。",
		saidByThem: "对方说：一样。你这边呢？",
		compared: "双方已核实",
		inPerson: "已当面核实",
	},
	meaning: {
		compared: "你们都说看到的数字一样。",
		inPerson: "两个连接码都是从屏幕到摄像头的。",
	},
	read: "请念出来，不要写在这里。",
	why: "如果你们看到的数字一样，中间就没有别人。",
	same: "一样",
	different: "不一样",
	digits: (groups) =>
		`安全号码：${groups.map((group) => [...group].join(" ")).join("，")}`,
};
