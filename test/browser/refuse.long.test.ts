import { expect, test } from "vitest";
import { writeCode } from "../../src/codec/code.ts";
import { take } from "../codec/captured.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import {
	begin,
	by,
	inState,
	myCode,
	myLink,
	problem,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

test("whatever is no use is named, and changes nothing", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const mine = await begin(one.page, stage.server.url);
	const box = by(one.page, "their-code");
	await box.fill("hello, how are you?");
	expect(await problem(one.page)).toBe("notACode");
	await box.fill("<img src=x onerror=alert(1)>");
	expect(await problem(one.page)).toBe("notACode");
	await box.fill(mine);
	expect(await problem(one.page)).toBe("ownCode");
	const theirs = await begin(other.page, stage.server.url);
	await box.fill(theirs.slice(0, 50));
	expect(await problem(one.page)).toBe("cutOff");
	await box.fill("x".repeat(2_000_000));
	expect(await problem(one.page)).toBe("tooLong");
	await box.fill("");
	await by(one.page, "problem").waitFor({ state: "detached" });
	await inState(one.page, "inviting");
	expect(await myCode(one.page, "invite")).toBe(mine);

	await box.fill(theirs);
	await by(other.page, "their-code").fill(await myCode(one.page, "reply"));
	await inState(one.page, "connected");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a code that the browser refuses leaves the invite as it was", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const mine = await begin(one.page, stage.server.url);
	// A call with voice and picture in it, from another tool: no answer to an offer of data alone.
	const { type, sdp } = take("chromium-156-offer-av-ip-stun-balanced");
	const stranger = writeCode({ type, sdp }, { now: Date.now() });
	await by(one.page, "their-code").fill(stranger.text);
	await one.page.locator("[data-problem=unusable]").waitFor();
	await inState(one.page, "inviting");
	expect(await myCode(one.page, "invite")).toBe(mine);

	await by(one.page, "their-code").fill(
		await begin(other.page, stage.server.url),
	);
	await by(other.page, "their-code").fill(await myCode(one.page, "reply"));
	await inState(one.page, "connected");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("an invite that comes where a reply was waited for is taken, and the next step says so", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await begin(one.page, stage.server.url);
	await by(one.page, "copy-text").click();
	await one.page.locator("[data-step=waitForReply]").waitFor();
	await by(one.page, "their-code").fill(
		await begin(other.page, stage.server.url),
	);
	await one.page.locator("[data-step=crossed]").waitFor();
	await by(other.page, "their-code").fill(await myCode(one.page, "reply"));
	await inState(one.page, "connected");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("what answers an invite that was given up long ago says so; one's own former invite is one's own", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const first = await begin(one.page, stage.server.url);
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(first);
	const reply = await myCode(other.page, "reply");
	let last = first;
	// As many as wait beside the newest, and one more.
	for (let count = 0; count < 5; count += 1) {
		await by(one.page, "renew").click();
		await one.page
			.locator("[data-testid=my-code]")
			.filter({ hasNotText: last })
			.waitFor();
		last = await myCode(one.page, "invite");
		if (count > 0) continue;
		await by(one.page, "their-code").fill(first);
		expect(await problem(one.page)).toBe("ownCode");
	}
	await by(one.page, "their-code").fill(reply);
	expect(await problem(one.page)).toBe("replacedInvite");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

/** What mail programs make of a text, twice quoted: hard wraps at 60 characters, each line behind marks. */
function quoted(text: string): string {
	const lines = text.match(/.{1,60}/g) ?? [];
	return lines.map((line) => `> > ${line}\r\n`).join("");
}

test("a whole mangled email is pasted, and the two are connected", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser, { screen: "phone" });
	await begin(one.page, stage.server.url);
	const invite = await myLink(one.page);
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(
		`Hi Bob,\u00a0here is the \u201clink\u201d I promised:\n\n${invite.replace("#", "?fbclid=IwAR0x#")}\n\n-- \nAnn\nSent from my phone`,
	);
	const reply = await myCode(other.page, "reply");
	await by(one.page, "their-code").fill(
		[
			"Bob <bob@example.org> schrieb am Sa., 21. Nov. 2026, 12:34:\r\n",
			quoted(`Here you are: ${reply.toLowerCase()}`),
			"\r\n> Am 21.11.26 um 12:30 schrieb Ann:\r\n",
			quoted(`here is the link I promised: ${invite}`),
		].join(""),
	);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
