// What a browser calls itself, and what follows from it.

import { expect, test } from "vitest";
import { surroundingsOf } from "../../src/app/surroundings.ts";

const iphone =
	"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const android = "Mozilla/5.0 (Linux; Android 15; Pixel 8";
const chrome =
	"AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";

const seen = (userAgent: string, more = {}) =>
	surroundingsOf({
		userAgent,
		maxTouchPoints: 5,
		isInstalled: false,
		...more,
	});

test.each([
	["WhatsApp", `${android}; wv) ${chrome} WhatsApp/2.25.1`],
	[
		"WeChat",
		`${iphone} Mobile/15E148 MicroMessenger/8.0.60(0x1800) NetType/WIFI`,
	],
	[
		"WeChat",
		`${android}; wv) ${chrome} XWEB/1300 MMWEBSDK/2024 MicroMessenger/8.0.56.2800 WeChat/arm64`,
	],
	[
		"Instagram",
		`${iphone} Mobile/15E148 Instagram 340.0.3.27 (iPhone15,2; FBAN/x)`,
	],
	[
		"Facebook",
		`${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0;FBDV/iPhone15,2]`,
	],
	["Facebook", `${android}; wv) ${chrome} [FB_IAB/FB4A;FBAV/470.0.0;]`],
	["Messenger", `${iphone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/400.0]`],
	["Messenger", `${android}; wv) ${chrome} [FB_IAB/Orca-Android;FBAV/400.0;]`],
	["LINE", `${iphone} Mobile/15E148 Safari Line/14.9.0`],
	[
		"Telegram",
		`${android}) ${chrome} Telegram-Android/11.4 (Google Pixel 8; Android 15)`,
	],
	["KakaoTalk", `${android}; wv) ${chrome};KAKAOTALK 2511010`],
	["QQ", `${iphone} Mobile/15E148 QQ/9.1.5.610 V1_IPH`],
	[
		"TikTok",
		`${iphone} Mobile/15E148 musical_ly_36.0 BytedanceWebview/d8a21c6`,
	],
	["", `${android}; wv) ${chrome}`],
	["", `${iphone} Mobile/15E148`],
])("%j's own browser is told by %s", (name, userAgent) => {
	expect(seen(userAgent).inside).toBe(name);
});

test.each([
	["Safari", `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`],
	["Chrome on iOS", `${iphone} CriOS/140.0 Mobile/15E148 Safari/604.1`],
	[
		"Chrome on Android",
		`${android}) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36`,
	],
	[
		"Firefox on Android",
		"Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
	],
	[
		"QQ Browser",
		`${android}) AppleWebKit/537.36 Chrome/121.0 MQQBrowser/15.2 Mobile Safari/537.36`,
	],
	[
		"Firefox",
		"Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
	],
])("%s is a browser", (_, userAgent) => {
	expect(seen(userAgent).inside).toBeNull();
});

test("an app on the home screen is inside nothing, though it calls itself as if", () => {
	const here = seen(`${iphone} Mobile/15E148`, { isInstalled: true });
	expect(here).toEqual({ system: "ios", inside: null });
});

test("an iPad that calls itself a Mac is told by its screen", () => {
	const mac =
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15";
	expect(seen(mac).system).toBe("ios");
	expect(seen(mac, { maxTouchPoints: 0 }).system).toBe("other");
	expect(seen(`${android}) Chrome/140`).system).toBe("android");
});
