// Where files are put that come in: a place that the person picks, and storage that is not, or no longer, given.

import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	act,
	createFileFolder,
	entry,
	type FileFolder,
	give,
	inFileState,
	noteBlobs,
	progressOf,
	savedSum,
} from "./support/files.ts";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import { by, connectByText } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();
let folder: FileFolder;

beforeAll(async () => {
	folder = await createFileFolder();
});

afterAll(() => folder.remove());

/** No driver can answer the system's dialog. This one picks at once, and gives a real handle to a real file. */
async function newPicker(): Promise<Person> {
	const person = await newPerson(stage.browser);
	await person.page.addInitScript(() => {
		Object.assign(window, {
			showSaveFilePicker: async (options: { suggestedName: string }) => {
				const root = await navigator.storage.getDirectory();
				const name = `picked ${options.suggestedName}`;
				return root.getFileHandle(name, { create: true });
			},
		});
	});
	return person;
}

const picked = ({ page }: Person, name: string) =>
	page.evaluate(async (name) => {
		const root = await navigator.storage.getDirectory();
		const file = await (await root.getFileHandle(`picked ${name}`)).getFile();
		const digest = await crypto.subtle.digest(
			"SHA-256",
			await file.arrayBuffer(),
		);
		const sum = [...new Uint8Array(digest)]
			.map((byte) => byte.toString(16).padStart(2, "0"))
			.join("");
		return { bytes: file.size, sum };
	}, name);

/** As much as this origin may store from now on, until its page is closed. */
async function limitStorage(
	{ context, page }: Person,
	quotaSize: number,
): Promise<void> {
	const tools = await context.newCDPSession(page);
	const { origin } = new URL(page.url());
	await tools.send("Storage.overrideQuotaForOrigin", {
		origin,
		quotaSize,
	});
}

/** What the app leaves to the browser. */
const spareBytes = 64_000_000;

const usedBytes = ({ page }: Person) =>
	page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

test("what goes straight to a picked place is there in full, or not at all; what has no room waits for one, whatever else is accepted", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPicker();
	await connectByText(one.page, other.page, stage.server.url);
	const wanted = await folder.make("wanted.bin", 6_000_001);
	const dropped = await folder.make("dropped.bin", 50_000_001);
	await give(one.page, wanted);
	const question = entry(other.page, wanted.name);
	await question.getByTestId("file-accept-to").click();
	await question.getByTestId("saved").waitFor();
	await inFileState(one.page, wanted.name, "done");
	expect(await picked(other, wanted.name)).toEqual({
		bytes: wanted.bytes,
		sum: wanted.sum,
	});
	expect(await question.getByTestId("download").count()).toBe(0);

	await give(one.page, dropped);
	const large = entry(other.page, dropped.name);
	// Only of one that takes its time it matters that it cannot be gone on with.
	await large.getByTestId("file-place-hint").waitFor();
	await large.getByTestId("file-accept-to").click();
	await expect
		.poll(() => progressOf(other.page, dropped.name), { timeout: 20_000 })
		.toBeGreaterThan(3);
	await act(one.page, dropped.name, "cancel");
	await inFileState(other.page, dropped.name, "failed");
	await expect
		.poll(async () => (await picked(other, dropped.name)).bytes)
		.toBe(0);

	// Nothing but a length. It is more than a browser gives to a page of what any disk has.
	const path = join(folder.path, "huge.bin");
	await writeFile(path, "");
	await truncate(path, 20_000_000_000);
	await by(one.page, "file-input").setInputFiles(path);
	const huge = entry(other.page, "huge.bin");
	await huge.locator(".file-warning").waitFor();
	expect(await huge.getByTestId("file-accept").count()).toBe(0);
	await by(other.page, "file-always").click();
	const small = await folder.make("small.bin", 1_000);
	await give(one.page, small);
	await inFileState(one.page, small.name, "done");
	await inFileState(one.page, "huge.bin", "asking");
	await huge.getByTestId("file-accept-to").click();
	await inFileState(other.page, "huge.bin", "moving");
	await act(one.page, "huge.bin", "cancel");
	await inFileState(other.page, "huge.bin", "failed");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("storage that is taken away on the way is named to both; with more of it the same file goes on where it was", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await noteBlobs(other.context);
	await connectByText(one.page, other.page, stage.server.url);
	const file = await folder.make("much.bin", 40_000_000);
	const problemOf = ({ page }: Person) =>
		entry(page, file.name).getAttribute("data-problem");
	const latest = ({ page }: Person, state: string) =>
		entry(page, file.name)

			.and(page.locator(`[data-state=${state}]`))
			.waitFor({ timeout: 30_000 });

	// Taken away while it is on its way.
	await give(one.page, file);
	await latest(other, "asking");
	await entry(other.page, file.name).getByTestId("file-accept").click();
	await latest(other, "moving");
	await limitStorage(other, (await usedBytes(other)) + 10_000_000);
	await latest(other, "failed");
	await latest(one, "failed");
	expect(await problemOf(other)).toBe("notStored");
	expect(await problemOf(one)).toBe("notStored");

	// Room for what is missing, and not for all of it. Chromium tells every page of the same room, so it is said here.
	const part = Number(
		await entry(other.page, file.name).getAttribute("data-progress"),
	);
	expect(part).toBeGreaterThan(0);
	await limitStorage(other, 1e9);
	await other.page.evaluate(
		(quota) => {
			navigator.storage.estimate = async () => ({ quota, usage: 0 });
		},
		file.bytes * (1 - part / 200) + spareBytes,
	);
	const larger = await folder.make("larger.bin", file.bytes + 1);
	await give(one.page, larger);
	await entry(other.page, larger.name).locator(".file-warning").waitFor();
	await give(one.page, file);
	await latest(other, "asking");
	const question = entry(other.page, file.name);
	expect(await question.locator(".file-warning").count()).toBe(0);
	let least = 100;
	const looking = setInterval(async () => {
		const at = await entry(other.page, file.name)

			.getAttribute("data-progress")
			.catch(() => null);
		if (at !== null && Number(at) > 0) least = Math.min(least, Number(at));
	}, 20);
	await entry(other.page, file.name).getByTestId("file-accept").click();
	await latest(other, "done");
	clearInterval(looking);
	expect(await savedSum(other.page, file.name)).toBe(file.sum);
	expect(least).toBeGreaterThan(2);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
