import { expect, test } from "vitest";
import { createUpdate } from "../../src/shell/update.ts";
import { createFakePage } from "./fake-page.ts";

const minuteMs = 60_000;

function start(signal: AbortSignal) {
	const page = createFakePage();
	const seen = { addresses: [] as string[], updateCount: 0, reloadCount: 0 };
	const clock = { ms: 0 };
	const registration = Object.assign(new EventTarget(), {
		installing: null,
		waiting: null,
		active: null,
		async update() {
			seen.updateCount++;
		},
	}) as unknown as ServiceWorkerRegistration;
	const workers = {
		async register(address: string | URL) {
			seen.addresses.push(String(address));
			return registration;
		},
	};
	const reload = () => {
		seen.reloadCount++;
	};
	const environment = { workers, page, now: () => clock.ms, reload };
	return { seen, clock, page, update: createUpdate(environment, signal) };
}

const settled = () => new Promise((done) => setTimeout(done));

test("the worker is next to the page, whatever folder that is", async () => {
	const { seen } = start(new AbortController().signal);
	expect(seen.addresses).toEqual(["https://example.org/pigeon/sw.js"]);
});

test("coming back looks for a newer release, but at most once in an hour", async () => {
	const life = new AbortController();
	const { seen, clock, page } = start(life.signal);
	await settled();
	const countAfter = (minutes: number) => {
		clock.ms += minutes * minuteMs;
		page.turn("hidden");
		page.turn("visible");
		return seen.updateCount;
	};
	expect([59, 1, 1, 58, 1].map(countAfter)).toEqual([0, 1, 1, 1, 2]);
	life.abort();
	expect(countAfter(600)).toBe(2);
});

test("with nothing newer a press does nothing", async () => {
	const { seen, update } = start(new AbortController().signal);
	await settled();
	update.apply();
	expect(seen.reloadCount).toBe(0);
});

test("a browser without service workers has no updates and no trouble", () => {
	const page = createFakePage();
	const environment = { workers: undefined, page, now: Date.now };
	const update = createUpdate(
		{ ...environment, reload: () => undefined },
		new AbortController().signal,
	);
	expect(update.isReady.value).toBe(false);
});
