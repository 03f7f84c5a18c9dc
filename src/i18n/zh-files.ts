// Chinese for files: what is given, what comes, and how it goes.

import type { FileTexts } from "./en-files.ts";
import { sizeIn } from "./units.ts";

const size = sizeIn("zh");

const left = (ms: number) => {
	const seconds = Math.ceil(ms / 1_000);
	if (seconds < 60) return `还剩 ${seconds} 秒`;
	const minutes = Math.ceil(seconds / 60);
	if (minutes < 60) return `还剩 ${minutes} 分钟`;
	return `还剩 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
};

const shared = {
	preparing: "正在准备",
	pausedByMe: "已暂停",
	pausedByThem: "对方已暂停",
	interrupted: "连接恢复后会继续",
};

export const zhFiles: FileTexts = {
	list: "文件",
	attach: "发送文件",
	attachFolder: "发送文件夹",
	drop: "拖到这里即可发送",
	size,
	left,
	count: (count, bytes) => `${count} 个文件，${size(bytes)}`,
	more: (count) => `还有 ${count} 个`,
	batchProgress: (doneCount, count, percent) =>
		[
			doneCount > 0 ? `已完成 ${doneCount} / ${count}` : "",
			percent === null ? "" : `${percent}%`,
		]
			.filter((part) => part !== "")
			.join(" · "),
	progress: (percent, doneBytes, bytes) => [
		`${percent}%`,
		`${size(doneBytes)} / ${size(bytes)}`,
	],
	rate: (bytesPerSecond) => `${size(bytesPerSecond)}/秒`,
	sending: {
		...shared,
		asking: "等待对方同意",
		moving: "正在发送",
		done: "已送达",
		failed: "未发送",
		kept: "",
		asked: "对方已有其中一部分。再选一次同一个文件，就会接着发送。",
	},
	coming: {
		...shared,
		asking: "对方想把这个发给你",
		moving: "正在接收",
		done: "已收到，并已核对",
		failed: "未收到",
		kept: "之前已收到一部分，对方可以把其余的发给你。",
		asked: "",
	},
	shared: (names) =>
		names.length === 1
			? `分享到 Pigeon：${names[0]}`
			: `分享到 Pigeon：${names[0]} 等 ${names.length} 个文件`,
	sendShared: "发送给对方",
	dropShared: "不发送",
	accept: "接收",
	acceptAll: "全部接收",
	acceptAlways: "这次通话中一律接收",
	isAlways: "这次通话中，对方发来的一律接收。",
	askEachTime: "每次都问我",
	acceptTo: "保存到…",
	acceptToHint:
		"“保存到…”会直接写入磁盘。如果完成之前关闭了本页，就要从头再来；而“接收”可以接着传。",
	decline: "拒绝",
	declineAll: "全部拒绝",
	pause: "暂停",
	goOn: "继续",
	cancel: "取消",
	pauseAll: "全部暂停",
	goOnAll: "全部继续",
	cancelAll: "全部取消",
	save: "保存",
	saveAll: "全部保存",
	saveStuck:
		"没能全部保存：可能是磁盘已满，或文件夹已不在。标有“已保存”的都已存好；其余的仍在这里，可以逐个保存，或另选位置全部保存。",
	saved: "已保存",
	chooseAgain: "选择该文件",
	otherFile: "你选的是另一个文件：大小不同。",
	dropAsked: "暂时不发",
	sendAgain: "再发一次",
	askAgain: "请对方发来其余部分",
	askedFor: "已请对方发送。",
	forget: "从这里删除",
	forgetAll: "全部从这里删除",
	sum: "SHA-256",
	summing: "正在计算…",
	sumSame: "SHA-256，两台设备上一致",
	sumDiffers: "SHA-256：两个文件不一致",
	mySum: "这边",
	theirSum: "对方",
	thumbnail: "图片的缩略图",
	tooLargeForMemory: (bytes) =>
		`这个浏览器窗口只能把文件放在内存里，还能放 ${size(bytes)}。普通窗口（非无痕窗口）可以接收更多。`,
	noRoom: (bytes, canPick) =>
		canPick
			? `浏览器在这里最多能放 ${size(bytes)}。“保存到…”会直接写入磁盘，那里的空间可能更多。`
			: `浏览器在这里最多能放 ${size(bytes)}。请在本设备上腾出空间，或换一台设备。`,
	inMemory: (bytes) =>
		`这个窗口只把文件放在内存里，现在还能放 ${size(bytes)}。关闭之前请先保存；从这里删除文件可以腾出空间。`,
	news: {
		asking: (name) => `对方想把 ${name} 发给你。`,
		asked: (name) => `对方再次请求 ${name}。`,
		arrived: (name, count) =>
			count === 1 ? `${name} 已收到。` : `${count} 个文件已收到。`,
		delivered: (name, count) =>
			count === 1 ? `${name} 已送达。` : `${count} 个文件已送达。`,
		failed: (name, count) =>
			count === 1 ? `${name} 没有传完。` : `${count} 个文件没有传完。`,
	},
	alsoFailed: (count) => `另有 ${count} 个没有传完。`,
	problem: {
		declined: { byMe: "你拒绝了。", byThem: "对方拒绝了。" },
		cancelled: { byMe: "你取消了。", byThem: "对方取消了。" },
		noRoom: {
			byMe: "本设备空间不足。请腾出空间，或直接保存到你选择的位置。",
			byThem: "对方的设备空间不足。",
		},
		tooLarge: {
			byMe: "这个浏览器窗口只能把文件放在内存里，装不下这个文件。",
			byThem: "对方的浏览器窗口只能把文件放在内存里，装不下这个文件。",
		},
		overLimit: {
			byMe: "单个文件不能超过 1 TB。请分成几个较小的文件。",
			byThem: "单个文件不能超过 1 TB。请分成几个较小的文件。",
		},
		notStored: {
			byMe: "无法保存在这里，也许磁盘已满。已收到的部分会保留，以后可以继续。",
			byThem: "无法保存在对方的设备上，也许磁盘已满。",
		},
		damaged: {
			byMe: "收到的内容反复损坏，所以没有保留。请对方再发一次。",
			byThem: "内容到达时反复损坏。请再发一次。",
		},
		misbehaved: {
			byMe: "对方的设备发来的内容与事先说明的不符，所以没有保留。",
			byThem: "对方的设备无法理解发过去的内容。",
		},
		changed: {
			byMe: "发送第一部分之后，这个文件被改动了。请从头再发一次。",
			byThem: "发送第一部分之后，对方的文件被改动了。请对方再发一次。",
		},
		unreadable: {
			byMe: "这个文件读不出来了。是不是被移动、修改或删除了？请再发一次。",
			byThem: "对方的设备读不出这个文件了。",
		},
	},
};
