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
		asBefore: "上一次通话时已核实",
	},
	meaning: {
		compared: "你们都说看到的数字一样。",
		inPerson: "两个连接码都是从屏幕到摄像头的。",
		asBefore: "这次通话的连接码是经过那次通话传来的。",
	},
	read: "请念出来，不要写在这里。",
	why: "如果你们看到的数字一样，中间就没有别人。",
	same: "一样",
	different: "不一样",
	ending: {
		alarmed:
			"安全核对没有按规矩进行，只有夹在中间的人才有理由这样做。本页已挂断。请不要相信刚才说过的话；用新的连接码、换一种方式交给对方，再次会面。",
		otherCertificate:
			"另一端的设备不是生成连接码的那一台。本页已挂断。请用新的连接码、换一种方式交给对方，再次会面。",
		differed:
			"你看到的数字和对方的不一样。除非有人读错，否则就是有人夹在中间，能听到并改动一切。请不要相信刚才说过的话；用新的连接码、换一种方式再次会面，最好是屏幕对着摄像头。",
		theyDiffered:
			"对方说看到的数字不一样。除非有人读错，否则就是有人夹在中间，能听到并改动一切。请不要相信刚才说过的话；用新的连接码、换一种方式再次会面，最好是屏幕对着摄像头。",
		flooded:
			"对方发来的内容远远超出任何人能读的量，所以本页已挂断。你的东西没有受到损害。",
	},
	digits: (groups) =>
		`安全号码：${groups.map((group) => [...group].join(" ")).join("，")}`,
};
