// Chinese for the two ways on which codes travel: what happens now, and what next.

import type { Texts } from "./en.ts";

export const zhGuide: Pick<Texts, "guide" | "inside" | "remedy"> = {
	guide: {
		title: "对方在哪里？",
		way: {
			beside: ["就在身边", "两块屏幕，两个摄像头。很快，没有互联网也行。"],
			message: ["在别处", "链接随消息发过去，回复再发回来。"],
		},
		otherwise: "其他方式",
		steps: "走到一起的路",
		stop: {
			show: "对方扫你的",
			scan: "你扫对方的",
			send: "发出你的邀请",
			await: "等对方的回复",
			taken: "已收下对方的码",
			handShow: "对方扫你的回复",
			handSend: "发回你的回复",
			meet: "开始交谈",
		},
		place: { done: "已完成", now: "现在", next: "之后" },
		say: {
			beside: {
				exchange: "把这张图给对方的摄像头看。",
				waitForReply: "现在扫描对方屏幕上的图。",
				handBack: "对方的连接码已收下。把这条回复给对方的摄像头看。",
				waitForThem: "对方的摄像头一读到你的回复，你们就连上了。",
			},
			message: {
				exchange: "把你的邀请发给对方。",
				waitForReply:
					"请让本页一直开着。收到对方的回复后，打开它，或粘贴到这里。",
				handBack: "对方的连接码已收下。把这条回复发回给对方。",
				waitForThem: "对方一打开你的回复，你们就连上了。请让本页一直开着。",
			},
		},
		pasteReply: "请让本页一直开着。收到对方的回复后，粘贴到这里。",
		after: {
			beside: {
				exchange:
					"用手机自带的相机就行：它会在那边打开 Pigeon，生成一条回复。然后你从对方屏幕上扫描它。",
				waitForReply: "一读到，你们就连上了。",
				handBack: "对方按“扫描对方的屏幕”，对准这里，你们就连上了。",
				waitForThem: "这里不用再做什么。",
			},
			message: {
				exchange: "对方打开后会发回一条回复，你在这里收下。不用着急。",
				waitForReply:
					"去看看消息没关系，但请快些回来：手机会让放在后面的页面休眠。",
				handBack: "对方在生成邀请的地方打开它，你们就连上了。",
				waitForThem: "要看对方多久读到。你的回复会有效一段时间。",
			},
		},
		sent: {
			share: "已交给你选的应用。请在那里发送，然后马上回到这里。",
			link: "链接已复制。它要放进一条消息里：在那里粘贴并发送。",
			text: "文字已复制。它可以放进任何消息；对方把它粘贴到自己的 Pigeon 里。",
			raw: "描述已复制。请放到那个工具里。",
		},
		paste: "粘贴已复制的内容",
		pasteRefused: "浏览器不让本页读取剪贴板。请在框里长按，选择“粘贴”。",
	},
	inside: {
		title: (name) =>
			`本页是在${name === "" ? "另一个应用" : ` ${name} `}里打开的`,
		why: "一回到聊天，它就会被关掉，正在等待的连接也随之消失。摄像头和麦克风也常常用不了。在你自己的浏览器里，它会一直开着。",
		out: {
			ios: "请按屏幕边上的三个点或分享图标，选择“在 Safari 中打开”或“在浏览器中打开”。",
			android: "请按角上的三个点，选择“在浏览器打开”。",
			other: "请在菜单里找“在浏览器中打开”。",
		},
		copy: "或者复制网址",
	},
	remedy: {
		press: {
			send: "把你的连接码发给对方",
			renew: "生成新的邀请",
			askWhole: "请对方再发一次",
			askFresh: "请对方给一个新的",
			scan: "用本页扫描",
		},
		text: {
			askWhole: "你的连接码没有完整地到我这里。能不能用链接再发一次？",
			askFresh: "你的邀请已经不能用了。能不能生成一个新的再发给我？",
		},
		asked: "准备好了：如果还没有发出，请把它粘贴到给对方的消息里。",
	},
};
