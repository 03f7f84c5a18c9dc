// Which system and whose browser this page is in, as far as a link's way depends on it. Read from what the browser calls
// itself; whatever is not known for certain counts as an ordinary browser.

export type System = "ios" | "android" | "other";

export type Surroundings = {
	readonly system: System;
	/** The app inside whose own browser this page was opened; empty where its name is unknown, null in a real browser. */
	readonly inside: string | null;
};

type Seen = {
	readonly userAgent: string;
	/** An iPad calls itself a Mac, but a Mac has no such screen. */
	readonly maxTouchPoints: number;
	/** Opened from the home screen or the desktop: no browser at all. */
	readonly isInstalled: boolean;
};

// What these apps write into the name of their browser. The order matters: Messenger and Instagram also say Facebook's.
const signs: readonly (readonly [RegExp, string])[] = [
	[/\bInstagram\b/, "Instagram"],
	[/\bBarcelona\b/, "Threads"],
	[/FBAN\/Messenger|MessengerForiOS|FB_IAB\/(?:MESSENGER|Orca)/, "Messenger"],
	[/\bFB(?:AN|AV|_IAB|IOS)\b/, "Facebook"],
	[/\bWhatsApp\//, "WhatsApp"],
	[/\bwxwork\//i, "WeCom"],
	[/\bMicroMessenger\//i, "WeChat"],
	[/\bQQ\/\d/, "QQ"],
	[/\bLine\/\d/, "LINE"],
	[/\bTelegram\b/, "Telegram"],
	[/\bKAKAOTALK\b/i, "KakaoTalk"],
	[/\bmusical_ly|\bBytedanceWebview\b|\btrill_/, "TikTok"],
	[/\baweme_/i, "Douyin"],
	[/\bWeibo\b/, "Weibo"],
	[/\bAlipayClient\//, "Alipay"],
	[/\bDingTalk\//, "DingTalk"],
	[/\bLark\/|\bFeishu\//, "Lark"],
	[/\bSnapchat\b/, "Snapchat"],
	[/\bPinterest\//, "Pinterest"],
	[/\bLinkedInApp\b/, "LinkedIn"],
	[/\bTwitter for i|\bTwitterAndroid\b/, "X"],
	[/\bViber\//, "Viber"],
	[/\bDiscord\//, "Discord"],
	[/\bSlack(?:_|\/)/, "Slack"],
	[/\bGSA\//, "Google"],
];

// Android's part for showing pages inside an app says so; that of iOS leaves out what every browser there says.
const isAndroidView = /; wv\)/;
const isBrowserOfIos = /\bSafari\//;

function systemOf({ userAgent, maxTouchPoints }: Seen): System {
	if (/\bAndroid\b/.test(userAgent)) return "android";
	if (/\b(?:iPhone|iPad|iPod)\b/.test(userAgent)) return "ios";
	return /\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1
		? "ios"
		: "other";
}

export function surroundingsOf(seen: Seen): Surroundings {
	const system = systemOf(seen);
	const { userAgent, isInstalled } = seen;
	if (isInstalled) return { system, inside: null };
	const named = signs.find(([sign]) => sign.test(userAgent))?.[1];
	const isView =
		system === "android"
			? isAndroidView.test(userAgent)
			: system === "ios" && !isBrowserOfIos.test(userAgent);
	return { system, inside: named ?? (isView ? "" : null) };
}
