// After a mistake: one thing to press, and words for the other person.

import { expect, test } from "vitest";
import { createPaste } from "../../src/app/paste.ts";
import { createRequest, remedyFor } from "../../src/app/remedy.ts";

test("my own code is sent on, a broken one asked for again, a spent one asked for anew", () => {
	expect(remedyFor("ownCode")).toBe("send");
	expect(remedyFor("replacedInvite")).toBe("send");
	expect(remedyFor("cutOff")).toBe("askWhole");
	expect(remedyFor("spentInvite")).toBe("askFresh");
	expect(remedyFor("usedInvite")).toBe("renew");
	expect(remedyFor("foreignWifi")).toBeNull();
});

test("words for the other person go to the share sheet, and to the clipboard where there is none", async () => {
	const out: string[] = [];
	const clipboard = {
		write: async (text: string) => void out.push(`copied ${text}`),
		read: null,
	};
	const share = async ({ text }: ShareData) => void out.push(`shared ${text}`);
	for (const canShare of [true, false]) {
		const request = createRequest({
			clipboard,
			shareSheet: { canShare, share },
		});
		await request.send("again, please");
		expect(request.isOut.value).toBe(true);
	}
	expect(out).toEqual(["shared again, please", "copied again, please"]);
});

test("whoever closes the share sheet has asked nobody", async () => {
	const share = () => Promise.reject(new Error("AbortError"));
	const request = createRequest({
		clipboard: { write: async () => {}, read: null },
		shareSheet: { canShare: true, share },
	});
	await request.send("again, please");
	expect(request.isOut.value).toBe(false);
});

test("what was copied is taken in by a press; a refusal is said, until the next press", async () => {
	const taken: string[] = [];
	const answers = [Promise.reject(new Error("no")), Promise.resolve("a code")];
	const paste = createPaste(
		{ read: () => answers.shift() ?? Promise.resolve("") },
		(text) => taken.push(text),
	);
	await paste.run?.();
	expect([paste.isRefused.value, taken]).toEqual([true, []]);
	await paste.run?.();
	expect([paste.isRefused.value, taken]).toEqual([false, ["a code"]]);
	expect(createPaste({ read: null }, () => {}).run).toBeNull();
});
