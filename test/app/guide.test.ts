// Which way the codes travel, and where on it the two are.

import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { createGuide, dueOf, stopsOf } from "../../src/app/guide.ts";
import { defaults } from "../../src/settings/settings.ts";

test("both ways are shown until one is chosen, here or in the settings; a guess gives way to a choice", () => {
	const settings = signal(defaults);
	const guide = createGuide(settings, false);
	const now = () => [guide.way.value, guide.isChosen.value];
	expect(now()).toEqual([null, false]);
	guide.suggest("message");
	expect(now()).toEqual(["message", false]);
	guide.choose("beside");
	expect(now()).toEqual(["beside", true]);
	guide.choose(null);
	expect(now()).toEqual([null, false]);
	guide.forget();
	expect(now()).toEqual([null, false]);
	settings.value = { ...defaults, way: "beside", without: ["camera"] };
	expect(now()).toEqual([null, false]);
	settings.value = { ...defaults, way: "message" };
	guide.suggest("beside");
	expect(now()).toEqual(["message", true]);
});

test("every step of an exchange has one stop that is now, with none done after it and none later before it", () => {
	for (const way of ["beside", "message"] as const)
		for (const step of [
			"making",
			"exchange",
			"waitForReply",
			"replying",
			"handBack",
			"crossed",
			"waitForThem",
			"joining",
			"joiningLong",
			"stalled",
		] as const)
			for (const isScanning of [true, false]) {
				const places = stopsOf(way, step, isScanning).map(([, place]) => place);
				expect(places.join(" ")).toMatch(/^(done )*now( next)*$/);
			}
});

test("whoever looks for theirs has shown their own; whoever has read theirs sees that first", () => {
	expect(dueOf("exchange", false)).toBe("exchange");
	expect(dueOf("exchange", true)).toBe("waitForReply");
	expect(dueOf("crossed", false)).toBe("handBack");
	expect(dueOf("joining", true)).toBeNull();
	expect(stopsOf("beside", "exchange", true)).toEqual([
		["show", "done"],
		["scan", "now"],
		["meet", "next"],
	]);
	expect(stopsOf("message", "waitForThem", false)).toEqual([
		["taken", "done"],
		["handSend", "done"],
		["meet", "now"],
	]);
});
