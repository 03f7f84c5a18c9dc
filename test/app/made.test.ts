// What is remembered of invites that left this browser.

import { expect, test } from "vitest";
import { createLostInvite } from "../../src/app/lost-invite.ts";
import { createMade } from "../../src/app/made.ts";

function createShelf(text: string | null = null) {
	const shelf = { text };
	return {
		read: () => shelf.text,
		write: (written: string) => {
			shelf.text = written;
		},
		clear: () => {
			shelf.text = null;
		},
	};
}

const hour = 60 * 60_000;

test("an invite that left is known for a day, in every window of this browser", () => {
	const store = createShelf();
	const clock = { now: 10 * hour };
	createMade(store, () => clock.now).remember("ab12");
	const elsewhere = createMade(store, () => clock.now);
	expect(elsewhere.has("ab12")).toBe(true);
	expect(elsewhere.has("ffff")).toBe(false);
	clock.now += 23 * hour;
	expect(elsewhere.has("ab12")).toBe(true);
	clock.now += 2 * hour;
	expect(elsewhere.has("ab12")).toBe(false);
});

test("of many, the latest are kept; sent twice, it takes one place", () => {
	const store = createShelf();
	const made = createMade(store, () => hour);
	for (let count = 0; count < 40; count += 1)
		made.remember(count.toString(16).padStart(4, "0"));
	made.remember("0027");
	expect(store.read()?.split(" ")).toHaveLength(16);
	expect(made.has("0027")).toBe(true);
	expect(made.has("0018")).toBe(true);
	expect(made.has("0017")).toBe(false);
});

test("one that came to nothing is open for half an hour, the latest first, until it is settled", () => {
	const store = createShelf();
	const clock = { now: hour };
	const made = createMade(store, () => clock.now);
	made.remember("ab12");
	clock.now += 1_000;
	made.remember("cd34");
	expect(made.open().map(({ id }) => id)).toEqual(["cd34", "ab12"]);
	made.settle();
	expect(made.open()).toEqual([]);
	expect(made.has("ab12")).toBe(true);
	made.remember("ab12");
	expect(made.open()).toEqual([{ id: "ab12", at: clock.now }]);
	clock.now += hour;
	expect(made.open()).toEqual([]);
});

test("whoever comes back is told of an invite that went with its page, not of one that still waits", async () => {
	for (const isThere of [true, false]) {
		const made = createShelf("ab12@1000");
		const lost = createLostInvite({
			made,
			now: () => 61_000,
			owners: { claim() {}, isClaimed: async () => isThere },
		});
		await Promise.resolve();
		await Promise.resolve();
		expect(lost.ageMs.value).toBe(isThere ? null : 60_000);
		lost.settle();
		expect(lost.ageMs.value).toBeNull();
		expect(made.read()).toBe("ab12@1000!");
	}
});

test("what somebody else left there is no mark", () => {
	const made = createMade(
		createShelf("ab12 ab12@ ab12@x zz12@5 AB12@5 <b>@5"),
		() => 5,
	);
	for (const id of ["ab12", "zz12", "AB12", "<b>"])
		expect(made.has(id)).toBe(false);
});
