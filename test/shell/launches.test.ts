// What the system tells a window of its launches.

import { expect, test } from "vitest";
import type { Launch } from "../../src/app/coming.ts";
import { createLaunches } from "../../src/shell/launches.ts";

function open(href: string) {
	const consumers: ((launch: { targetURL?: string | null }) => void)[] = [];
	const window = {
		location: { href },
		launchQueue: {
			setConsumer: (consume: (typeof consumers)[number]) =>
				consumers.push(consume),
		},
	} as unknown as Window;
	const told: Launch[] = [];
	createLaunches(window)((launch) => told.push(launch));
	return {
		told,
		launch: (targetURL: string | null) => {
			for (const consume of consumers) consume({ targetURL });
		},
	};
}

test("the launch that opened the window is no news; the same link once more is", () => {
	const { told, launch } = open("https://a.example/p/#PGNA1");
	launch("https://a.example/p/#PGNA1");
	expect(told).toEqual([]);
	launch("https://a.example/p/#PGNA1");
	expect(told).toEqual([{ is: "link", text: "PGNA1" }]);
});

test("a reply that is opened, something shared, and the app's icon are told apart", () => {
	const { told, launch } = open("https://a.example/p/?from=home#x");
	launch("https://a.example/p/#PGNB2");
	launch("https://a.example/p/share");
	launch("https://a.example/p/");
	launch("https://a.example/p/?do=help");
	launch(null);
	expect(told).toEqual([
		{ is: "link", text: "PGNB2" },
		{ is: "share" },
		{ is: "wish", wish: "help" },
	]);
});

test("where there is no such thing, nothing happens", () => {
	const window = { location: { href: "https://a.example/" } } as Window;
	expect(() => createLaunches(window)(() => {})).not.toThrow();
});
