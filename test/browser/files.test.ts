// Files between two real browsers: asked for, sent, checked, saved, paused, cancelled, gone on with. One pair for all of
// it; the last test ends their session.

import { afterAll, beforeAll, expect, test } from "vitest";
import {
	accept,
	act,
	createFileFolder,
	entry,
	type FileFolder,
	give,
	inFileState,
	leastProgress,
	noteBlobs,
	noteLeastProgress,
	progressOf,
	savedSum,
	savedType,
} from "./support/files.ts";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import {
	begin,
	by,
	connectByText,
	inState,
	myCode,
	say,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();
let folder: FileFolder;
let one: Person;
let other: Person;

beforeAll(async () => {
	folder = await createFileFolder();
	one = await newPerson(stage.browser);
	other = await newPerson(stage.browser);
	await Promise.all([one, other].map(({ context }) => noteBlobs(context)));
	await connectByText(one.page, other.page, stage.server.url);
});

afterAll(() => folder.remove());

test("files of every size arrive as they are, from both at once, once the other has said yes", async () => {
	const there = await Promise.all([
		folder.make("empty.txt", 0),
		folder.make("one-byte.txt", new Uint8Array([7])),
		folder.make("large.bin", 5_000_001),
	]);
	const back = await folder.make("back.bin", 3_000_000);
	await give(one.page, ...there);
	await give(other.page, back);
	await entry(other.page, "large.bin").getByTestId("file-accept").waitFor();
	await inFileState(one.page, "large.bin", "asking");
	await accept(one.page, "back.bin");
	await by(other.page, "file-accept-all").click();
	for (const { name, sum } of there) {
		await inFileState(other.page, name, "done");
		await inFileState(one.page, name, "done");
		expect(await savedSum(other.page, name)).toBe(sum);
		expect(await progressOf(one.page, name)).toBe(100);
	}
	await inFileState(one.page, "back.bin", "done");
	expect(await savedSum(one.page, "back.bin")).toBe(back.sum);
	// Both see the sum that any other tool gives.
	for (const { page } of [one, other]) {
		const sum = entry(page, "back.bin").locator("[data-is-same=true]");
		await sum.waitFor();
		expect(await sum.getByTestId("file-sum").textContent()).toBe(back.sum);
	}
	const download = other.page.waitForEvent("download");
	await entry(other.page, "large.bin").getByTestId("download").click();
	expect((await download).suggestedFilename()).toBe("large.bin");
});

test("names from hell are shown and saved as harmless ones", async () => {
	await by(one.page, "file-input").setInputFiles(
		["photo\u202Egpj.exe", "CON.txt", `${"x".repeat(240)}.html`].map(
			(name) => ({
				name,
				mimeType: "text/html",
				buffer: Buffer.from("<script>alert(1)</script>"),
			}),
		),
	);
	await by(other.page, "file-accept-all").click();
	for (const [stem, ending] of [
		["photogpj", ".exe"],
		["_CON", ".txt"],
		["x".repeat(175), ".html"],
	] as const) {
		const file = entry(other.page, `${stem}${ending}`);
		await file.getByTestId("download").waitFor();
		expect(await file.locator(".file-stem").textContent()).toBe(stem);
		expect(await file.locator(".file-ending").textContent()).toBe(ending);
		const link = file.getByTestId("download");
		expect(await link.getAttribute("download")).toBe(`${stem}${ending}`);
		const type = await savedType(link);
		expect(type).toBe("application/octet-stream");
	}
});

test("declined, paused, gone on with and cancelled, both see it", async () => {
	const unwanted = await folder.make("unwanted.bin", 1_000);
	const long = await folder.make("long.bin", 40_000_000);
	await give(one.page, unwanted);
	await act(other.page, unwanted.name, "decline");
	await inFileState(one.page, unwanted.name, "failed");
	expect(
		await entry(one.page, unwanted.name).getAttribute("data-problem"),
	).toBe("declined");

	await give(one.page, long);
	await accept(other.page, long.name);
	await inFileState(other.page, long.name, "moving");
	await act(other.page, long.name, "pause");
	await inFileState(one.page, long.name, "pausedByThem");
	await act(other.page, long.name, "pause");
	await inFileState(one.page, long.name, "moving");
	await act(one.page, long.name, "pause");
	await inFileState(other.page, long.name, "pausedByThem");
	const before = await progressOf(other.page, long.name);
	expect(before).toBeLessThan(100);
	await act(one.page, long.name, "cancel");
	await inFileState(other.page, long.name, "failed");
	expect(await entry(other.page, long.name).getAttribute("data-problem")).toBe(
		"cancelled",
	);
});

test("pictures have a small view, whatever they are called; what only claims to be one has none", async () => {
	const picture = await one.page.screenshot();
	await folder
		.make("picture.dat", picture)
		.then((file) => give(one.page, file));
	await folder
		.make("page.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))
		.then((file) => give(one.page, file));
	await by(other.page, "file-always").click();
	await entry(other.page, "picture.dat").locator("img").waitFor();
	await inFileState(other.page, "page.png", "done");
	expect(await entry(other.page, "page.png").locator("img").count()).toBe(0);
	await by(other.page, "file-ask-each").click();
});

test("a receiver's page that was loaded anew half-way goes on where it was, in a new session", async () => {
	const long = await folder.make("film.bin", 40_000_000);
	await give(one.page, long);
	await accept(other.page, long.name);
	await expect
		.poll(() => progressOf(other.page, long.name), { timeout: 20_000 })
		.toBeGreaterThan(5);
	// What is written meanwhile does not wait for the file.
	await say(one.page, "quick");
	await by(other.page, "chat-log").getByText("quick").waitFor();
	expect(await progressOf(other.page, long.name)).toBeLessThan(100);
	const again = other.page;
	// The browser asks whether to leave a call.
	again.on("dialog", (dialog) => void dialog.accept());
	await again.reload();
	await by(one.page, "start").waitFor({ timeout: 30_000 });
	// The sender's page is as it was; a new connection by new codes.
	const invite = await begin(again, stage.server.url);
	await by(one.page, "start").click();
	await myCode(one.page, "invite");
	await by(one.page, "their-code").fill(invite);
	await by(again, "their-code").fill(await myCode(one.page, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(again, "connected"),
	]);

	await inFileState(again, long.name, "kept");
	expect(await progressOf(again, long.name)).toBeGreaterThan(3);
	const part = await progressOf(again, long.name);
	await again.evaluate(noteLeastProgress, long.name);
	await act(again, long.name, "ask");
	await inFileState(again, long.name, "done");
	// It went on, and not from the start.
	expect(await leastProgress(again)).toBeGreaterThan(part / 2);
	expect(await savedSum(again, long.name)).toBe(long.sum);
	await inFileState(one.page, long.name, "done");
	expectNoProblems(one, other);
});
