// Chinese for locked codes, and for what a code gives away.

import type { CodeTexts } from "./en-codes.ts";

export const zhCodes: CodeTexts = {
	giving: {
		title: (parts) =>
			parts.length > 0
				? `这个连接码会透露${parts.join("、")}`
				: "这个连接码不透露任何地址",
		kind: {
			mapped: "你的公网地址",
			public: "你的公网地址",
			local: "你在这个 Wi-Fi 或网络里的地址",
			name: "只有这个网络能查到的名称",
			relay: "你的 TURN 服务器的地址",
		},
		locked: "只有知道口令的人才看得到。",
		who: "读到它的人能看到：",
		choose: "给谁用",
		before: "你的回复会透露什么",
		scope: {
			network: ["仅限这个网络", "不询问任何服务器，也不写入公网地址。"],
			internet: ["也包括互联网", "写入你的公网地址，这样外面的人也能连到你。"],
			relay: [
				"只经过我的 TURN 服务器",
				"对方只会看到服务器的地址，永远看不到你的。",
			],
		},
		needsTurn: "为此，请在首页添加你自己的 TURN 服务器。",
		fixed: "回复从一开始就在寻找对方，所以这要在应答之前选定。",
		left: "这个连接码已经发出。新的可以少透露一些。",
	},
	lock: {
		title: "用口令锁住它",
		why: "这样，无论它经过哪里，只有知道这些词的人才能读。请用另一种方式把词告诉对方：当面说，或打电话。",
		words: "口令",
		others: "换一组词",
		bits: "从 2,048 个词里取四个，相当于 44 位：一台很快的电脑要猜上大约一百年。你自己选的词有多难猜，就有多可靠。",
		set: "上锁",
		locked: "已锁，口令是",
		tell: "请把这些词告诉对方，但不要写在带有连接码的那条消息里。对方发回来的也会用同样的词锁住。",
		off: "去掉锁",
		left: "这个连接码发出时没有上锁。新的可以上锁。",
		impossible: "浏览器只在 https:// 或 localhost 上能给连接码上锁。",
	},
	unlock: {
		title: "这个连接码上了锁",
		lead: "生成它的人设了口令。请当面或打电话问对方。",
		words: "口令",
		open: "打开",
		giveUp: "以后再说",
		again: "输入口令",
		state: {
			trying: "正在打开。要花一点时间，这样谁也没法很快猜出来。",
			wrong: "不是这些词。大小写和连字符无关紧要，但每个字母都要对。",
			givenUp: "它仍然锁着。什么都没有读到，也什么都没有发出。",
			impossible: "浏览器只在 https:// 或 localhost 上能打开上锁的连接码。",
		},
	},
};
