import { beforeEach, expect, test } from "vitest";
import { createWakeLock, type WakeLock } from "../../src/shell/wake-lock.ts";
import { createFakePage } from "./fake-page.ts";

type Lock = { released: boolean; release(): Promise<undefined> };

let locks: Lock[];
let page: ReturnType<typeof createFakePage>;
let life: AbortController;
let wakeLock: WakeLock;

const screen = {
	async request() {
		const lock: Lock = {
			released: false,
			async release() {
				lock.released = true;
				return undefined;
			},
		};
		locks.push(lock);
		return lock;
	},
};

beforeEach(() => {
	locks = [];
	page = createFakePage();
	life = new AbortController();
	wakeLock = createWakeLock({ screen, page }, life.signal);
});

const settled = () => new Promise((done) => setTimeout(done));
const isHeld = () => locks.some((lock) => !lock.released);

test("the screen stays on from hold to release", async () => {
	wakeLock.hold();
	wakeLock.hold();
	await settled();
	expect(locks).toHaveLength(1);
	wakeLock.release();
	expect(isHeld()).toBe(false);
});

test("a page that was hidden holds again when it is back", async () => {
	wakeLock.hold();
	await settled();
	page.turn("hidden");
	for (const lock of locks) lock.released = true;
	page.turn("visible");
	await settled();
	expect(isHeld()).toBe(true);
});

test("what is released before the browser answers does not stay on", async () => {
	wakeLock.hold();
	wakeLock.release();
	await settled();
	expect(isHeld()).toBe(false);
});

test("nobody held it: coming back asks for nothing", async () => {
	page.turn("hidden");
	page.turn("visible");
	await settled();
	expect(locks).toHaveLength(0);
});

test("the end of its life lets go, and nothing brings it back", async () => {
	wakeLock.hold();
	await settled();
	life.abort();
	page.turn("visible");
	wakeLock.hold();
	await settled();
	expect(isHeld()).toBe(false);
});

test("a refusal, or a browser without it, is silent", async () => {
	const refusing = { request: () => Promise.reject(new Error("no")) };
	createWakeLock({ screen: refusing, page }, life.signal).hold();
	createWakeLock({ screen: undefined, page }, life.signal).hold();
	await settled();
});
