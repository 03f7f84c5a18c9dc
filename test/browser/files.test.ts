// Files between two real browsers: asked for, sent, checked, saved, paused, cancelled, gone on with.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
	accept,
	act,
	createFileFolder,
	entry,
	type FileFolder,
	give,
	inFileState,
	noteBlobs,
	progressOf,
	savedSum,
	savedType,
} from "./support/files.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import {
	begin,
	by,
	connectByText,
	inState,
	myCode,
	say,
} from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let folder: FileFolder;
let browser: Browser;
let server: Server;

beforeAll(async () => {
	folder = await createFileFolder();
	browser = await launchBrowser();
	server = await serve(inject("builtApp"));
});

afterAll(async () => {
	await browser.close();
	await server.stop();
	await folder.remove();
});

async function twoConnected(): Promise<readonly [Person, Person]> {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await Promise.all([one, other].map(({ context }) => noteBlobs(context)));
	await connectByText(one.page, other.page, server.url);
	return [one, other];
}

declare global {
	interface Window {
		leastProgress?: number;
	}
}

/** The least that is shown of a file from now on, while it is on its way. */
function noteLeastProgress(name: string): void {
	window.leastProgress = 100;
	const look = () => {
		for (const file of document.querySelectorAll<HTMLElement>(
			"[data-testid=file][data-state=moving]",
		)) {
			const isIt = file.querySelector(`.file-name[title$="${name}"]`);
			if (isIt)
				window.leastProgress = Math.min(
					window.leastProgress ?? 100,
					Number(file.getAttribute("data-progress")),
				);
		}
	};
	new MutationObserver(look).observe(document.body, {
		subtree: true,
		childList: true,
		attributes: true,
	});
}

async function endAll(...people: readonly Person[]): Promise<void> {
	expectNoProblems(...people);
	for (const person of people) await person.close();
}

test("files of every size arrive as they are, from both at once, once the other has said yes", async () => {
	const [one, other] = await twoConnected();
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
	await endAll(one, other);
});

test("names from hell are shown and saved as harmless ones", async () => {
	const [one, other] = await twoConnected();
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
	await endAll(one, other);
});

test("declined, paused, gone on with and cancelled, both see it", async () => {
	const [one, other] = await twoConnected();
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
	await endAll(one, other);
});

test("a receiver's page that was loaded anew half-way goes on where it was, in a new session", async () => {
	const [one, other] = await twoConnected();
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
	const invite = await begin(again, server.url);
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
	expect(await again.evaluate(() => window.leastProgress)).toBeGreaterThan(
		part / 2,
	);
	expect(await savedSum(again, long.name)).toBe(long.sum);
	await inFileState(one.page, long.name, "done");
	await endAll(one, other);
});

test("pictures have a small view, whatever they are called; what only claims to be one has none", async () => {
	const [one, other] = await twoConnected();
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
	await endAll(one, other);
});
