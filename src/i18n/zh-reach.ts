// Chinese for whom a code reaches, and which servers help.

import type { Texts } from "./en.ts";

export const zhReach: Pick<Texts, "reach"> = {
	reach: {
		title: "可以连接到谁",
		choice: {
			default: [
				"互联网上的任何人",
				"向公共服务器询问自己的地址。服务器不会知道你在和谁通话。",
			],
			none: ["仅限这个网络", "不联系任何服务器。没有互联网也能用。"],
			own: [
				"使用我自己的服务器",
				"你信任的 STUN 或 TURN 服务器。别的办法都行不通时，TURN 服务器也能连通。",
			],
		},
		ownHint: "只保存在本设备上。任何连接码或链接都不会带上服务器的名称或密码。",
		field: { urls: "服务器", username: "用户名", credential: "密码" },
		example: "turn:turn.example.org:3478",
		add: "添加服务器",
		remove: "移除",
		test: "测试",
		testing: "正在询问服务器。",
		works: (ms) => `可以使用，${ms} 毫秒内有回应。`,
		server: {
			noAnswer: "没有回应。请检查名称和端口，以及这个网络能否访问它。",
			refused: "服务器不接受这个用户名或密码。",
			unusable: "浏览器不接受这个地址。",
		},
		malformed:
			"以 stun:、turn: 或 turns: 开头，接着是名称，可以再加端口。TURN 需要用户名和密码。",
		relayOnly: "始终经过我的 TURN 服务器",
		relayOnlyHint:
			"对方只会看到服务器的地址，看不到你的地址。你们之间的一切仍然加密。",
		check: "检查这个网络",
		checking: "正在查看这个网络。",
		network: {
			nobody:
				"没有找到网络。如果你已经联网，请允许摄像头，让本页看到自己的地址。",
			sameNetwork: "可以与同一网络里的设备连接。",
			internet: "可以与同一网络里以及互联网上的设备连接。",
			mostlyRelay:
				"可以与同一网络里的设备连接。但这里的路由器很难从互联网上找到：多数人要靠 TURN 服务器才能连上。",
			relay:
				"可以与同一网络里以及互联网上的设备连接，难连的情况由你的 TURN 服务器解决。",
		},
	},
};
