// The three situations of the design, each from the first visit to the end of the call, by what a person sees and presses.
// A picture may be taken of every step.

import type { Page } from "playwright-core";
import { show } from "./live-camera.ts";
import {
	by,
	expectMovingPicture,
	heard,
	inState,
	lockWith,
	myCode,
	myLink,
	say,
} from "./pigeon.ts";

export type Cast = {
	readonly one: Page;
	readonly other: Page;
	/** What stands in front of their cameras. */
	readonly scenes: readonly [one: Buffer, other: Buffer];
	readonly url: string;
	readonly lines: Lines;
	readonly picture: (page: Page, step: string) => Promise<void>;
};

export type Lines = {
	readonly hello: string;
	readonly answer: string;
	readonly passphrase: string;
	readonly fileName: string;
};

export type Walk = (cast: Cast) => Promise<void>;

const both = ({ one, other }: Cast) => [one, other] as const;

async function goHome(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await by(page, "start").waitFor();
}

async function choose(page: Page, way: "beside" | "message"): Promise<void> {
	await by(page, `way-${way}`).click();
}

async function connected(cast: Cast): Promise<void> {
	await Promise.all(both(cast).map((page) => inState(page, "connected")));
	await Promise.all(
		both(cast).map((page) => by(page, "safety-mark").waitFor()),
	);
}

/** Both are seen, something is said, and something is sent. */
async function talk(cast: Cast): Promise<void> {
	const { one, other, lines, picture, scenes } = cast;
	await Promise.all([show(one, scenes[0]), show(other, scenes[1])]);
	await by(one, "toggle-camera").click();
	await by(other, "toggle-camera").click();
	await expectMovingPicture(one, "remote-video");
	await expectMovingPicture(other, "remote-video");
	await picture(one, "both-seen");
	for (const page of both(cast))
		if (!(await by(page, "chat-input").isVisible()))
			await by(page, "toggle-chat").click();
	await say(one, lines.hello);
	await heard(other);
	await say(other, lines.answer);
	await heard(one);
	await by(one, "file-input").setInputFiles({
		name: lines.fileName,
		mimeType: "image/png",
		buffer: scenes[0],
	});
	await by(other, "file-list").locator("[data-testid=file]").waitFor();
	await picture(one, "chat");
	await picture(other, "file-offered");
	await by(other, "file-accept").first().click();
	await by(other, "download").or(by(other, "saved")).first().waitFor();
	await picture(other, "file-here");
}

async function part({ one, other, picture }: Cast): Promise<void> {
	await by(one, "hang-up").click();
	await Promise.all([inState(one, "closed"), inState(other, "closed")]);
	await by(one, "summary").waitFor();
	await by(other, "summary").waitFor();
	await picture(one, "ended");
	await picture(other, "ended-by-them");
}

/** Two screens that see each other. No server is asked for anything. */
const sideBySide: Walk = async (cast) => {
	const { one, other, url, picture } = cast;
	await goHome(one, url);
	await picture(one, "home");
	await by(one, "servers-none").check();
	await by(one, "start").click();
	await myCode(one, "invite");
	await choose(one, "beside");
	await picture(one, "invite");
	await goHome(other, url);
	await by(other, "servers-none").check();
	await by(other, "start").click();
	await myCode(other, "invite");
	await choose(other, "beside");
	await by(other, "scan").click();
	await by(other, "scan-video").waitFor();
	await picture(other, "scanning");
	await show(other, await by(one, "my-qr").screenshot());
	await myCode(other, "reply");
	// Wherever they have scanned: the next step is above that.
	await other.waitForFunction(
		() =>
			(document.querySelector("[data-testid=status]")?.getBoundingClientRect()
				.top ?? -1) >= 0,
	);
	await picture(other, "reply");
	await by(one, "scan").click();
	await by(one, "scan-video").waitFor();
	await show(one, await by(other, "my-qr").screenshot());
	await connected(cast);
	await picture(one, "connected");
	await talk(cast);
	await part(cast);
};

/** A link in a message, read later on another device, and a reply that comes back as text. */
const byMessage: Walk = async (cast) => {
	const { one, other, url, picture } = cast;
	await goHome(one, url);
	await picture(one, "home");
	await by(one, "servers-none").check();
	await by(one, "start").click();
	await myCode(one, "invite");
	await choose(one, "message");
	await picture(one, "invite");
	await by(one, "copy-link").click();
	await picture(one, "waiting-for-reply");
	await other.goto(await myLink(one));
	await by(other, "answer").waitFor();
	await picture(other, "link-opened");
	await by(other, "answer").click();
	await myCode(other, "reply");
	await picture(other, "reply");
	await by(other, "copy-text").click();
	await picture(other, "waiting-for-them");
	await by(one, "their-code").fill(await myCode(other, "reply"));
	await connected(cast);
	await picture(one, "connected");
	await picture(other, "connected");
	await talk(cast);
	await part(cast);
};

/** No server, a passphrase on the code, every address in view, and digits that are compared. */
const byHand: Walk = async (cast) => {
	const { one, other, url, lines, picture } = cast;
	await goHome(one, url);
	await by(one, "servers-none").check();
	await by(one, "servers-none").scrollIntoViewIfNeeded();
	await picture(one, "no-server");
	await by(one, "start").click();
	await myCode(one, "invite");
	await by(one, "giving").locator("summary").click();
	await picture(one, "what-it-gives-away");
	await by(one, "giving").locator("summary").click();
	await by(one, "lock").locator("summary").click();
	await lockWith(one, lines.passphrase);
	await picture(one, "lock");
	await by(one, "lock-set").click();
	await by(one, "locked-with").waitFor();
	await picture(one, "locked");
	await other.goto(await myLink(one));
	await by(other, "unlock-words").waitFor();
	await picture(other, "unlock");
	await by(other, "unlock-words").fill(lines.passphrase);
	await by(other, "unlock-open").click();
	await by(other, "answer").click();
	const reply = await myCode(other, "reply");
	await picture(other, "locked-reply");
	await by(one, "their-code").fill(reply);
	await connected(cast);
	await by(one, "safety-same").waitFor();
	await picture(one, "compare");
	await by(one, "safety-same").click();
	await by(other, "safety-same").click();
	for (const page of both(cast))
		await page
			.locator("[data-testid=safety-mark][data-is-good=true]")
			.waitFor();
	await picture(other, "compared");
	await part(cast);
};

export const walks = {
	"side-by-side": sideBySide,
	"by-message": byMessage,
	"by-hand": byHand,
} satisfies Record<string, Walk>;

export type Situation = keyof typeof walks;
