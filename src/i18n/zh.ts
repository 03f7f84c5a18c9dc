// Simplified Chinese. What the types of the English ask for, nothing more and nothing less.

import type { Texts } from "./en.ts";
import { zhCall } from "./zh-call.ts";
import { zhDevices } from "./zh-devices.ts";
import { zhGuide } from "./zh-guide.ts";
import { zhProblems } from "./zh-problems.ts";
import { zhReach } from "./zh-reach.ts";

const ago = (ms: number) => {
	const count = Math.floor(ms / 60_000);
	return count < 1 ? "刚刚" : `${count} 分钟前`;
};

export const zh: Texts = {
	appName: "Pigeon",
	home: {
		title: "直接对话，中间没有别人。",
		lead: "通话、聊天、传文件，从一台设备直达另一台，不用账号。",
		lost: (ms) =>
			`你${ago(ms)}发出了一个邀请，但它的页面后来关掉了。对它的回复已经找不到人：请生成新的邀请，再发给对方。`,
		has: "有人给你发了连接码？在下一页把它放进来。",
		start: "与人连接",
		incomplete: "本页有一部分没有载入。请刷新；如果还是不行，请检查能否上网。",
		before: "连接之前",
		beforeHint: "可选。这些随时都能打开。",
		privacy:
			"你说的、给人看的、写下的，都加密后直接从设备到设备。本页只是一些文件；除了你收下而尚未保存的东西，它什么也不留。",
	},
	media: {
		title: "摄像头和麦克风",
		camera: "摄像头",
		microphone: "麦克风",
		cameraOn: "关闭摄像头",
		cameraOff: "打开摄像头",
		microphoneOn: "静音",
		microphoneOff: "打开麦克风",
		asking: "浏览器正在询问权限。",
		previewOff: "你的摄像头已关闭",
		preview: "你的摄像头",
	},
	connect: {
		title: "与人建立连接",
		mine: { invite: "你的邀请", reply: "你的回复" },
		mineMaking: "你的连接码",
		theirs: "对方的连接码",
		step: {
			making: "正在生成你的连接码，请稍候。",
			exchange: "让对方的设备扫描你的码，或把它发过去。然后收下对方的。",
			waitForReply: "发出去了吗？请在这里等待回复，收到后粘贴或打开它。",
			replying: "对方的连接码已收下，正在生成你的回复。",
			handBack: "对方的连接码已收下。现在把你的回复交给对方。",
			crossed:
				"对方发来的是自己的邀请，而不是回复。它已收下；对方还需要你的这条回复。",
			waitForThem: "对方一收下你的回复，你们就连上了。请让本页一直开着。",
			joining: "两个连接码都已收下，正在连接。",
			joiningLong:
				"仍在连接。请让两边的页面都开着，并放在最前面。如果一直没有动静，请重新开始；在同一个网络里会容易些。",
			stalled: "已经等了二十分钟，没有人来。你的回复仍然有效；还要继续等吗？",
		},
		again:
			"新的连接码会让你们两个重新连上。还是同一次会话：聊天会保留，别人也无法顶替。",
		keepOn: "继续等待",
		made: (ms) => `生成于${ago(ms)}`,
		renew: "生成新的",
		old: "邀请放几分钟就会变旧。如果连不上，请生成新的。",
		theirsMade: (ms) => `它生成于${ago(ms)}。`,
		theirsOld: "生成它的页面可能已经关掉了。如果没有动静，请对方给一个新的。",
		cutOffBy: (count) => `这个连接码末尾少了 ${count} 个字符。请完整复制。`,
		qrHint: "这张图是给摄像头看的：对方手机自带的相机，或那边的 Pigeon。",
		qrMoving: "这个连接码很大，所以画面在动。请用摄像头一直对准，直到读完。",
		qrLarge: "放大二维码",
		qrSmall: "缩小二维码",
		qrLabel: "你的连接码的二维码",
		share: "分享",
		shareText: {
			invite: "我们直接聊吧。打开这个，再把它生成的回复发给我：",
			reply: "这是我的回复。请在生成邀请的地方打开它：",
		},
		copyLink: "复制链接",
		copyText: "复制文字",
		copied: "已复制",
		raw: "用于其他工具",
		rawHint:
			"其他 WebRTC 工具可以直接使用这段描述。把它们的应答粘贴到“对方的连接码”里。",
		rawReply: "对方的描述来自其他工具。这是它能读懂的应答；请复制到那边。",
		copyRaw: "复制描述",
		linkHint: "链接要放进一条消息里。在那边它会打开 Pigeon，并询问是否回复。",
		openLink: "同样内容的链接",
		scan: "扫描对方的屏幕",
		scanStop: "停止扫描",
		scanning: "请把对方的码放到摄像头前。",
		scanHint: "浏览器会询问能否使用摄像头。画面只留在本设备上。",
		scanLabel: "摄像头看到的画面",
		picture: "选择图片",
		paste: "粘贴对方发来的内容",
		pasteHint: "连接码、链接或整条消息，原样粘贴即可。也可以把图片拖到这里。",
		pastePlaceholder: "粘贴到这里",
		taken: "对方的连接码已收下",
		another: "对方又发来了一个连接码",
		anotherHint:
			"如果对方的页面只好重新开始，请在这里收下对方较新的连接码。必须是同一个人的。",
		startOver: "用新的连接码重新开始",
		retry: "再试一次",
		retryWithCamera: "允许摄像头，再试一次",
		cancel: "取消",
	},
	scan: {
		torchOn: "开灯",
		torchOff: "关灯",
		zoom: "缩放",
		switch: "换一个摄像头",
		progress: (have, need) => `已读 ${have} / ${need} 帧，请继续对准。`,
		hint: {
			tooDark: "太暗了，读不出来。请开灯，或把屏幕调亮。",
			holdStill: "看到码了。请拿稳，再靠近一点。",
			comeCloser: "请靠近些，让码占到画面的一半。",
		},
	},
	face: {
		start: "屏幕对屏幕",
		lead: "把两块屏幕相对着拿好。",
		youRead: "你已读到对方的码",
		youWait: "正在找对方的码",
		theyRead: "对方已读到你的码",
		theyWait: "等待对方读你的码",
		stop: "回到连接码",
	},
	arrival: {
		title: "有人想和你聊聊",
		lead: "对方给你发来了邀请。回复时会生成一条回复，由你发回去；然后你们的设备就直接相连。",
		gives:
			"回复会让发出邀请的人看到你设备的网络地址。到现在为止，什么都还没有发出。",
		made: (ms) => `这个邀请生成于${ago(ms)}。`,
		own: "这个邀请就是在这个浏览器里生成的，是给对方的；除非只是想试试，否则不要在这里回复。",
		answered:
			"本设备以前已经对这个邀请做过回复。如果那条回复丢了，可以再回复一次；如果你没有想到会再次收到这个链接，请先问问对方。",
		spentTitle: "这个邀请已经用过",
		answer: "回复",
		decline: "以后再说",
		handingTitle: "正在转交回复",
		handing: "正在寻找等待它的窗口。",
		handedTitle: "回复已送到你的另一个窗口",
		handed: "那边正在连接。这个窗口可以关掉了。",
		asleepTitle: "等待它的窗口没有应答",
		asleep:
			"那个窗口在这个浏览器里开着，但睡着了。请切换过去：回复就等在门口，它一醒来就会收下。在那之前请让这个窗口也开着。",
		elsewhere: {
			title: "这条回复属于另一台设备",
			text: "它所回复的邀请不是在这个浏览器里生成的。请在你生成邀请的地方打开它：用那边扫描这张图，或复制回复后粘贴到那里。",
		},
		gone: {
			title: "你的邀请所在的页面已经关掉",
			text: "邀请是在这个浏览器里生成的，但它的页面已经不在了，没有人能收下这条回复。请生成新的邀请，再发给对方。",
		},
		copyReply: "复制回复",
		newInvite: "生成新的邀请",
		unreadableTitle: "读不懂这个链接",
		home: "回到首页",
	},
	framed: {
		title: "Pigeon 要在自己的窗口里打开",
		lead: "另一个网站把它放进了自己的页面。在那里它什么也不做：你分不清哪些是 Pigeon，哪些是他们的。",
		open: "在新标签页中打开",
		hint: "没有读取任何连接码，也没有发送任何东西。",
	},
	chat: {
		title: "聊天",
		empty: "你在这里写的内容会直接送到对方的设备。",
		placeholder: "写一条消息",
		send: "发送",
		me: "你",
		them: "对方",
		sending: "正在发送",
		delivered: "已送达",
		typing: "对方正在输入…",
		copy: "复制",
		copied: "已复制",
		tooLong: "这对一条消息来说太长了。",
		asFile: "作为文件发送",
		more: "更多",
		save: "保存为文本",
		clear: "删除这里的聊天记录",
		names: { me: "你", them: "对方" },
	},
	ended: {
		title: "通话已结束",
		failedTitle: "没有连上",
		again: "新的连接",
		home: "回到首页",
	},
	shell: {
		update: "有新版本",
		updateNow: "立即使用",
		install: "安装 Pigeon",
		installHint: "装在本设备上，打开更快，不用联网，还有自己的窗口。",
		fromFile:
			"你是从文件打开 Pigeon 的。所有内容都在这个文件里，不需要联网。它做不到的是：生成链接、自动更新，以及记住你已允许使用摄像头。",
		release: (name: string) => `Pigeon ${name}`,
		help: "帮助",
		settings: "设置",
	},
	...zhCall,
	shared: {
		title: (percent, newsCount, appName) =>
			[
				newsCount > 0 ? `(${newsCount})` : "",
				percent === null ? "" : `${percent}%`,
				appName,
			]
				.filter((part) => part !== "")
				.join(" "),
		waiting: (names) =>
			names.length === 1
				? `分享到 Pigeon：${names[0]}。连接之后由你发送，在那之前它留在这里。`
				: `分享到 Pigeon：${names[0]} 等 ${names.length} 个文件。连接之后由你发送，在那之前它们留在这里。`,
		drop: "不发送",
		lost: "你分享的内容没能进来，因为 Pigeon 已经开着。连接码请粘贴到这里；文件可以在通话中选择。",
		lostRead: "知道了",
	},
	...zhDevices,
	...zhGuide,
	...zhProblems,
	...zhReach,
};
