// What comes in from other apps, and what is said when it does not.

import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { createComing, type Launch } from "../../src/app/coming.ts";

function create(waiting: { text: string | null; files: readonly File[] }) {
	const read: string[] = [];
	const launches: ((launch: Launch) => void)[] = [];
	const shared = {
		read: async () => waiting.files,
		takeText: async () => {
			const { text } = waiting;
			waiting.text = null;
			return text;
		},
		clear() {
			waiting.files = [];
		},
	};
	const coming = createComing(
		{ files: { shared }, onLaunch: (handle) => launches.push(handle) },
		signal<readonly File[]>([]),
		(text) => read.push(text),
		(wish) => read.push(wish),
	);
	const launch = async (one: Launch) => {
		for (const handle of launches) handle(one);
		await new Promise((done) => setTimeout(done));
	};
	return { coming, launch, read };
}

const nothing = () => ({ text: null, files: [] });

test("a window that was opened by sharing has what was shared, and finds nothing missing", async () => {
	const file = new File(["a"], "a.txt");
	for (const [waiting, text] of [
		[{ text: "PGNA…", files: [] }, ["PGNA…"]],
		[{ text: null, files: [file] }, []],
	] as const) {
		const { coming, launch, read } = create({ ...waiting });
		await launch({ is: "share" });
		expect(read).toEqual(text);
		expect(coming.files.value).toEqual(waiting.files);
		expect(coming.isLost.value).toBe(false);
	}
});

test("what is shared to a window that is open is taken in, or missed", async () => {
	const waiting: { text: string | null; files: readonly File[] } = nothing();
	const { coming, launch, read } = create(waiting);
	await launch({ is: "share" });
	expect(coming.isLost.value).toBe(true);
	coming.forgetLost();
	waiting.text = "a reply";
	await launch({ is: "share" });
	expect([read, coming.isLost.value]).toEqual([["a reply"], false]);
	waiting.files = [new File(["a"], "a.txt")];
	await launch({ is: "share" });
	expect(coming.files.value).toHaveLength(1);
	// The same file still waits, so nothing new has come.
	await launch({ is: "share" });
	expect(coming.isLost.value).toBe(true);
});

test("a link that the system hands over is read like one that was opened, and a shortcut is followed", async () => {
	const { launch, read } = create(nothing());
	await launch({ is: "link", text: "PGNA123" });
	await launch({ is: "wish", wish: "help" });
	expect(read).toEqual(["PGNA123", "help"]);
});
