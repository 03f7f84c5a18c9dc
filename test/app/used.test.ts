import { expect, test } from "vitest";
import { createUsed } from "../../src/app/used.ts";
import { type ReadCode, readCode, writeCode } from "../../src/codec/code.ts";
import { take } from "../codec/captured.ts";

function memory() {
	let kept: string | null = null;
	return {
		read: () => kept,
		write(text: string) {
			kept = text;
		},
		clear() {
			kept = null;
		},
	};
}

function invite(password: string): ReadCode {
	const { sdp } = take("chromium-156-offer-data-ip-stun");
	const changed = sdp.replace(/^a=ice-pwd:.*$/m, `a=ice-pwd:${password}`);
	const { text } = writeCode({ type: "offer", sdp: changed }, { now: 0 });
	const read = readCode(text, 0);
	if (!read.ok) throw new Error("cannot be read");
	return read.value;
}

const nth = (count: number) => invite(String(count).padStart(24, "A"));

test("an invite is known again, in another window and after a reload", () => {
	const store = memory();
	createUsed(store).remember(nth(1), "answered");
	expect(createUsed(store).how(nth(1))).toBe("answered");
	createUsed(store).remember(nth(1), "connected");
	expect(createUsed(store).how(nth(1))).toBe("connected");
	expect(createUsed(store).how(nth(2))).toBeNull();
	createUsed(store).forget();
	expect(createUsed(store).how(nth(1))).toBeNull();
});

test("what is kept is little, and tells nothing to who has not seen the invite", () => {
	const store = memory();
	const used = createUsed(store);
	for (let count = 0; count < 200; count += 1)
		used.remember(nth(count), "connected");
	expect(used.how(nth(199))).toBe("connected");
	expect(used.how(nth(1))).toBeNull();
	expect(store.read()?.length).toBeLessThan(2000);
	expect(store.read()).toMatch(/^(?:[0-9a-f]{4}[0-9A-F]{16}c ?)+$/);
});

test("a store that holds anything at all is read as nothing", () => {
	for (const junk of ["", "x", "{}", "c ".repeat(100_000), "0000c a"]) {
		const store = memory();
		store.write(junk);
		expect(createUsed(store).how(nth(1))).toBeNull();
	}
});
