// What two people can do about files, from the list of the one to the list of the other.

import { afterEach, expect, test, vi } from "vitest";
import type { Files, PickedFile } from "../../src/app/files.ts";
import { blockBytes } from "../../src/wire/file-piece.ts";
import {
	entryOf,
	filesOf,
	memoryStore,
	newDevice,
} from "../fakes/file-apps.ts";
import { bytesOf, until } from "../fakes/files.ts";

vi.setConfig({ testTimeout: 30_000 });

let end = () => {};
afterEach(() => end());

function session(...devices: Parameters<typeof filesOf>) {
	const made = filesOf(...devices);
	end = made.end;
	return made;
}

const picked = (
	name: string,
	bytes: number,
	folders: readonly string[] = [],
): PickedFile => ({ file: new File([bytesOf(bytes)], name), folders });

const inState = (files: Files, name: string, state: string) =>
	until(() => entryOf(files, name)?.state === state, `${name} ${state}`);

const keyOf = (files: Files, name: string) => entryOf(files, name)?.key ?? "";

test("what could not be stored is asked for once more with one press, and goes on where it was", async () => {
	const disk = memoryStore();
	const { one, other, link } = session(newDevice(), newDevice(disk.store));
	disk.mostBlocks = 3;
	one.give([picked("film", 6 * blockBytes)]);
	await inState(other, "film", "asking");
	other.accept(keyOf(other, "film"));
	await inState(one, "film", "failed");
	await inState(other, "film", "failed");
	expect(entryOf(other, "film")).toMatchObject({
		problem: "notStored",
		keptBytes: 3 * blockBytes,
	});
	disk.mostBlocks = 6;
	const before = link.sentBytes.one;
	other.askAgain(keyOf(other, "film"));
	await inState(other, "film", "done");
	expect(link.sentBytes.one - before).toBeLessThan(3.2 * blockBytes);
	// One file is one entry.
	expect(other.entries.peek()).toHaveLength(1);

	// Of what was called off there is nothing to go on from, whatever was here before.
	disk.mostBlocks = 1;
	const song = picked("song", 2 * blockBytes);
	one.give([song]);
	await inState(other, "song", "asking");
	other.accept(keyOf(other, "song"));
	await inState(other, "song", "failed");
	one.give([song]);
	await inState(other, "song", "asking");
	expect(entryOf(other, "song")?.keptBytes).toBe(blockBytes);
	one.cancel(keyOf(one, "song"));
	await until(() => entryOf(other, "song")?.problem === "cancelled");
	expect(entryOf(other, "song")?.keptBytes).toBe(0);
});

test("what was asked for while the way was away is asked for when it is back", async () => {
	const disk = memoryStore();
	const { one, other, link } = session(newDevice(), newDevice(disk.store));
	disk.mostBlocks = 1;
	one.give([picked("film", 2 * blockBytes)]);
	await inState(other, "film", "asking");
	other.accept(keyOf(other, "film"));
	await inState(other, "film", "failed");
	disk.mostBlocks = 2;
	link.close();
	other.askAgain(keyOf(other, "film"));
	expect(entryOf(other, "film")?.isAskedFor).toBe(false);
	await until(() => entryOf(other, "film")?.isAskedFor === true);
	link.open();
	await inState(other, "film", "done");
});

/** Both pages are new; only the receiver's disk is as it was. */
async function half() {
	const disk = memoryStore();
	disk.mostBlocks = 3;
	const first = session(newDevice(), newDevice(disk.store));
	const file = picked("film", 6 * blockBytes);
	first.one.give([file]);
	await inState(first.other, "film", "asking");
	first.other.accept(keyOf(first.other, "film"));
	await inState(first.other, "film", "failed");
	first.end();
	disk.mostBlocks = 6;
	const second = session(newDevice(), newDevice(disk.store));
	await inState(second.other, "film", "kept");
	second.other.askAgain(keyOf(second.other, "film"));
	await inState(second.one, "film", "asked");
	return { ...second, file, disk };
}

test("a sender whose page is new chooses the file again, and only the rest is sent", async () => {
	const { one, other, link, file } = await half();
	const key = keyOf(one, "film");
	one.giveAgain(key, new File(["another"], "film"));
	await until(() => entryOf(one, "film")?.isOther === true);
	expect(entryOf(one, "film")?.state).toBe("asked");
	// Its name may have changed meanwhile.
	one.giveAgain(key, new File([file.file], "film (1)"));
	await inState(other, "film (1)", "done");
	expect(link.sentBytes.one).toBeLessThan(3.2 * blockBytes);
	expect(other.entries.peek()).toHaveLength(1);
	expect(one.entries.peek()).toHaveLength(1);
});

test("a sender need not give what is asked for; another of the same size is noticed", async () => {
	const { one, other, disk } = await half();
	one.dropAsked(keyOf(one, "film"));
	await until(() => one.entries.peek().length === 0);
	other.askAgain(keyOf(other, "film"));
	await inState(one, "film", "asked");
	const impostor = new File([bytesOf(6 * blockBytes, 77)], "film");
	one.giveAgain(keyOf(one, "film"), impostor);
	await inState(other, "film", "failed");
	expect(entryOf(other, "film")?.problem).toBe("changed");
	await until(() => disk.place.parts.size === 0);
});

test("what was refused by mistake is sent again with one press", async () => {
	const { one, other } = session(newDevice(), newDevice());
	one.give([picked("note", 9, ["trip"])]);
	await inState(other, "note", "asking");
	other.decline(keyOf(other, "note"));
	await inState(one, "note", "failed");
	one.sendAgain(keyOf(one, "note"));
	await inState(other, "note", "asking");
	expect(entryOf(other, "note")?.folders).toEqual(["trip"]);
	other.accept(keyOf(other, "note"));
	await inState(one, "note", "done");
	expect(one.entries.peek()).toHaveLength(1);
});

test("files that were given at once are told of once, when the last of them is there", async () => {
	const { one, other } = session(newDevice(), newDevice());
	const told: string[] = [];
	for (const files of [one, other])
		files.news.subscribe((news) => {
			if (news) told.push(`${news.is} ${news.count} ${news.failedCount}`);
		});
	one.give([1, 2, 3].map((number) => picked(`${number}`, 9, ["trip"])));
	await inState(other, "3", "asking");
	for (const name of ["1", "2", "3"]) other.accept(keyOf(other, name));
	await inState(one, "3", "done");
	expect(told).toEqual(["asking 1 0", "arrived 3 0", "delivered 3 0"]);
	const [alone] = [picked("alone", 9)];
	one.give([alone]);
	await inState(other, "alone", "asking");
	other.decline(keyOf(other, "alone"));
	await inState(one, "alone", "failed");
	// Who declined it knows.
	expect(told.slice(3)).toEqual(["asking 1 0", "failed 1 0"]);
});

test("whatever a file and its folders are called, they are listed and saved under harmless names", async () => {
	const { one, other, downloads } = session(newDevice(), newDevice());
	one.give([
		picked("photo\u202Egpj.exe", 9, ["..", "tr\u202Eip"]),
		picked("CON.txt", 9, ["..", "a/../b"]),
	]);
	await inState(other, "_CON.txt", "asking");
	expect(entryOf(other, "photogpj.exe")?.folders).toEqual(["trip"]);
	expect(entryOf(other, "_CON.txt")?.folders).toEqual(["a", "b"]);
	const keys = other.entries.peek().map(({ key }) => key);
	for (const key of keys) other.accept(key);
	for (const name of ["photogpj.exe", "_CON.txt"])
		await inState(other, name, "done");
	other.saveAll(keys);
	await until(() => downloads.length === 2);
	expect(downloads.toSorted()).toEqual(["_CON.txt", "photogpj.exe"]);
});

test("what has arrived is deleted here when the person says so, and stays away", async () => {
	const disk = memoryStore();
	const { one, other, link } = session(newDevice(), newDevice(disk.store));
	one.give([picked("note", 9)]);
	await inState(other, "note", "asking");
	other.accept(keyOf(other, "note"));
	await inState(one, "note", "done");
	other.forget(keyOf(other, "note"));
	await until(() => other.entries.peek().length === 0);
	expect(disk.forgotten).toHaveLength(1);
	link.close();
	link.open();
	one.give([picked("other", 9)]);
	await inState(other, "other", "asking");
	expect(other.entries.peek()).toHaveLength(1);
});

test("where not everything could be saved, that is said, and what was saved is known", async () => {
	let room = 1;
	const folder = {
		getFileHandle: async (_: string, how?: { create: boolean }) => {
			if (!how?.create) throw new Error("NotFoundError");
			return {
				createWritable: async () => {
					room -= 1;
					if (room < 0) throw new Error("QuotaExceededError");
					return new WritableStream();
				},
			};
		},
	} as unknown as FileSystemDirectoryHandle;
	const disk = newDevice(memoryStore().store, folder);
	const { one, other } = session(newDevice(), disk);
	one.give([picked("first", 9), picked("second", 9)]);
	await inState(other, "second", "asking");
	for (const name of ["first", "second"]) other.accept(keyOf(other, name));
	for (const name of ["first", "second"]) await inState(other, name, "done");
	const keys = ["first", "second"].map((name) => keyOf(other, name));
	other.saveAll(keys);
	await until(() => other.isSaveStuck.peek(), "said");
	expect(entryOf(other, "first")?.isSaved).toBe(true);
	expect(entryOf(other, "second")?.isSaved).toBe(false);
	room = 2;
	other.saveAll(keys);
	await until(() => entryOf(other, "second")?.isSaved === true, "saved");
	expect(other.isSaveStuck.peek()).toBe(false);
});
