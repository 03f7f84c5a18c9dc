import { expect, test } from "vitest";
import { writeCode } from "../../src/codec/code.ts";
import type { Link } from "../../src/peer/link.ts";
import { identityOf } from "../../src/peer/roles.ts";
import { createSpare } from "../../src/peer/spare.ts";
import { take } from "../codec/captured.ts";
import { createClock } from "../fakes/clock.ts";

const offer = take("chromium-156-offer-data-ip-nostun");
const theirs = writeCode(offer, { now: 0 }).text;

/** Links that only remember whether they were closed. */
async function prepared() {
	const clock = createClock();
	const closed: number[] = [];
	let made = 0;
	const make = async () => {
		made += 1;
		const own = made;
		const link: Partial<Link> = {
			sdp: () => offer.sdp,
			apply: async () => {},
			wait: () => {},
			isClosed: () => false,
			close: () => void closed.push(own),
		};
		return link as Link;
	};
	const spare = createSpare(
		clock,
		make,
		() => identityOf(offer.sdp)?.fingerprint ?? null,
		() => {},
		() => {},
		new AbortController().signal,
	);
	spare.prepare();
	await Promise.resolve().then(() => {});
	spare.handle(theirs);
	await new Promise((done) => setTimeout(done));
	return { clock, closed, spare };
}

test("a path that has come back gets a fresh second link after a while", async () => {
	const { clock, closed, spare } = await prepared();
	spare.open();
	spare.rest();
	clock.pass(4_000);
	expect(closed).toEqual([]);
	clock.pass(2_000);
	expect(closed).toEqual([1]);
});

test("a path that goes again meanwhile keeps the second link that both sides know", async () => {
	const { clock, closed, spare } = await prepared();
	spare.open();
	spare.rest();
	clock.pass(3_000);
	spare.open();
	clock.pass(60_000);
	expect(closed).toEqual([]);
	expect(spare.isReady()).toBe(true);
});
