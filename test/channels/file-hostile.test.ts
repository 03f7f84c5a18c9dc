// A sender that does not keep to what it announced, and a receiver that lies about what it has.

import { expect, test, vi } from "vitest";
import { fileLimits } from "../../src/wire/file.ts";
import { blockBytes, packPiece } from "../../src/wire/file-piece.ts";
import {
	aboutOf,
	bytesOf,
	digest,
	fileEnds,
	memoryPlace,
	sourceOf,
	stateOf,
	until,
} from "../fakes/files.ts";

// They wait for real disks and wires, made up but not sped up, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

type Step = (send: (block: number, at: number, length: number) => void) => void;

test.each<[string, Step]>([
	["a piece twice", (send) => [0, 0].map((at) => send(0, at, 1_000))],
	["pieces out of order", (send) => [0, 2_000].map((at) => send(0, at, 1_000))],
	["a block that comes later", (send) => [0, 1].map((b) => send(b, 0, 1_000))],
	[
		"more than was announced",
		(send) => {
			for (let at = 0; at < 60_000; at += 10_000) send(0, at, 10_000);
			send(0, 60_000, 10_000);
		},
	],
])("a sender that sends %s is stopped", async (_, step) => {
	const { other, link } = fileEnds();
	const place = memoryPlace();
	const about = { ...aboutOf(7, sourceOf(bytesOf(65_000))) };
	link.one.send(JSON.stringify({ type: "announce", file: about }));
	await until(() => other.receiving.view(7) !== null);
	const digestOf = await digest(bytesOf(1));
	const send = (block: number, at: number, length: number) =>
		void link.one.send(
			packPiece({
				id: 7,
				block,
				at,
				digest: digestOf,
				bytes: bytesOf(length),
			}),
		);
	// Before yes, it is as if nothing had come.
	send(0, 0, 1_000);
	await new Promise((done) => setTimeout(done, 10));
	await other.receiving.accept(7, place.open);
	expect(stateOf(other.receiving.view(7))).toBe("moving");
	step(send);
	await until(() => stateOf(other.receiving.view(7)) === "misbehaved");
	await until(() => place.parts.size === 0);
	// And after the end, but for a complaint.
	const { complaints } = link;
	send(0, 0, 1_000);
	await until(() => link.complaints === complaints + 1);
	link.one.send(JSON.stringify({ type: "whole", id: 7, root: "0".repeat(64) }));
	await new Promise((done) => setTimeout(done, 10));
	expect(stateOf(other.receiving.view(7))).toBe("misbehaved");
	expect(place.results.size).toBe(0);
});

test("a sender that says it is through before it has sent what it announced is stopped", async () => {
	const { other, link } = fileEnds();
	const place = memoryPlace();
	const about = aboutOf(7, sourceOf(bytesOf(65_000)));
	link.one.send(JSON.stringify({ type: "announce", file: about }));
	await until(() => other.receiving.view(7) !== null);
	await other.receiving.accept(7, place.open);
	const whole = JSON.stringify({ type: "whole", id: 7, root: "0".repeat(64) });
	// As long as nothing of it has come, that may be of before it was told to begin.
	link.one.send(whole);
	const piece = { id: 7, block: 0, at: 0, bytes: bytesOf(9_000) };
	link.one.send(packPiece({ ...piece, digest: await digest(bytesOf(1)) }));
	await new Promise((done) => setTimeout(done, 10));
	expect(stateOf(other.receiving.view(7))).toBe("moving");
	link.one.send(whole);
	await until(() => stateOf(other.receiving.view(7)) === "misbehaved");
	expect(place.results.size).toBe(0);
});

test("a receiver that says it has what was never sent changes nothing", async () => {
	const { one, link } = fileEnds();
	const source = sourceOf(bytesOf(4 * blockBytes));
	one.sending.add(aboutOf(1, source), source);
	for (const message of [
		{ type: "have", id: 1, blocks: 4 },
		{ type: "complete", id: 1 },
		{ type: "have", id: 9, blocks: 4 },
	])
		link.other.send(JSON.stringify(message));
	await new Promise((done) => setTimeout(done, 10));
	expect(one.sending.view(1)).toMatchObject({ state: "asking", doneBytes: 0 });
	link.other.send(
		JSON.stringify({ type: "go", id: 1, blocks: 5, root: "0".repeat(64) }),
	);
	await until(() => stateOf(one.sending.view(1)) === "misbehaved");
});

test("many blocks begun and none finished do not fill the memory", async () => {
	const { other, link } = fileEnds();
	const place = memoryPlace();
	const ids = [1, 2, 3, 4, 5, 6];
	for (const id of ids) {
		const file = aboutOf(id, sourceOf(bytesOf(65_000)));
		link.one.send(JSON.stringify({ type: "announce", file }));
	}
	await until(() => other.receiving.view(6) !== null);
	const sum = await digest(bytesOf(1));
	for (const id of ids) {
		await other.receiving.accept(id, place.open);
		const piece = { id, block: 0, at: 0, digest: sum, bytes: bytesOf(9) };
		link.one.send(packPiece(piece));
	}
	await until(() => stateOf(other.receiving.view(6)) === "misbehaved");
	const states = ids.map((id) => stateOf(other.receiving.view(id)));
	expect(states.filter((state) => state === "moving")).toHaveLength(4);
});

test("a file that is larger than any may be is not offered; offered by others, it is refused", async () => {
	const { one, other, link, messages } = fileEnds();
	const source = { ...sourceOf(bytesOf(9)), bytes: fileLimits.bytes + 1 };
	one.sending.add(aboutOf(1, source), source);
	expect(stateOf(one.sending.view(1))).toBe("overLimit");
	expect(one.sending.view(1)?.isEndedByMe).toBe(true);
	const file = aboutOf(2, source);
	link.one.send(JSON.stringify({ type: "announce", file }));
	await until(() => messages.length > 1);
	expect(other.receiving.view(1)).toBe(null);
	expect(other.receiving.view(2)).toBe(null);
	expect(messages).toContainEqual({
		type: "refuse",
		id: 2,
		why: "overLimit",
	});
});
