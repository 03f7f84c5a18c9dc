// The ways in which files come into the app, and out of it; and the chat beside them.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createFileFolder, entry, inFileState } from "./support/files.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { begin, by, connectByText, myLink, say } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

test("what is shared from another app waits, and goes to whoever is connected at a press", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await one.page.goto(stage.server.url);
	await one.page.evaluate(() => navigator.serviceWorker.ready);
	await one.page.reload();
	const target = await one.page.evaluate(async () => {
		const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
		const manifest = await (await fetch(link?.href ?? "")).json();
		const { action, method, enctype, params } = manifest.share_target;
		const data = new FormData();
		// As the system does: a form with the names that the manifest gives.
		data.append(params.files[0].name, new File(["hello"], "Grüße.txt"));
		await fetch(action, { method, body: data, redirect: "manual" });
		const [name = ""] = (await caches.keys()).filter((one) =>
			one.startsWith("shared"),
		);
		const [kept] = await (await caches.open(name)).keys();
		// It is for this page to read, never a page of its own.
		const { status } = await fetch(kept?.url ?? "");
		if (status !== 404) throw new Error(`Served with ${status}`);
		return enctype;
	});
	expect(target).toBe("multipart/form-data");
	await one.page.reload();
	expect(await by(one.page, "shared").textContent()).toContain("Grüße.txt");

	// A message with somebody's link in it is read as if the link had been opened, once.
	await begin(other.page, stage.server.url);
	const text = `Let's talk: ${await myLink(other.page)}`;
	await one.page.evaluate(async (text) => {
		const data = new FormData();
		data.append("title", "A message");
		data.append("text", text);
		await fetch("share", { method: "POST", body: data, redirect: "manual" });
	}, text);
	await one.page.reload();
	await by(one.page, "answer").waitFor();
	await one.page.reload();
	await by(one.page, "start").waitFor();

	await connectByText(one.page, other.page, stage.server.url);
	await by(one.page, "send-shared").click();
	await entry(other.page, "Grüße.txt").getByTestId("file-accept").click();
	await inFileState(one.page, "Grüße.txt", "done");
	// The browser itself tells of the page that is not there.
	const others = one.problems.filter((text) => !text.includes("404"));
	expect([...others, ...other.problems]).toEqual([]);
	await Promise.all([one.close(), other.close()]);
});

test("a page of another site cannot share anything to this one", async () => {
	const one = await newPerson(stage.browser);
	await one.page.goto(stage.server.url);
	await one.page.evaluate(() => navigator.serviceWorker.ready);
	await one.page.reload();
	const foreign = await one.context.newPage();
	await foreign.route("http://stranger.example/", (route) =>
		route.fulfill({ contentType: "text/html", body: "<p>Win a prize" }),
	);
	await foreign.goto("http://stranger.example/");
	await foreign.evaluate((target) => {
		const form = document.createElement("form");
		form.method = "post";
		form.enctype = "multipart/form-data";
		form.action = new URL("share", target).href;
		const input = document.createElement("input");
		input.type = "file";
		input.name = "files";
		const planted = new DataTransfer();
		planted.items.add(new File(["planted"], "planted.txt"));
		input.files = planted.files;
		form.append(input);
		document.body.append(form);
		form.submit();
	}, stage.server.url);
	await foreign.waitForURL(stage.server.url);
	await by(foreign, "start").waitFor();
	const kept = await foreign.evaluate(async () => {
		const names = await caches.keys();
		return names.filter((name) => name.startsWith("shared"));
	});
	expect(kept).toEqual([]);
	expect(await by(foreign, "shared").count()).toBe(0);
	expectNoProblems(one);
	await one.close();
});

/** As the system does it: what is dragged are real files and folders. */
async function drop(page: Page, ...paths: readonly string[]): Promise<void> {
	const tools = await page.context().newCDPSession(page);
	const data = { items: [], files: [...paths], dragOperationsMask: 1 };
	for (const type of ["dragEnter", "dragOver", "drop"] as const)
		await tools.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
	await tools.detach();
}

test("files and folders are dropped anywhere and pictures are pasted, while text is pasted as text; all are saved as they were", async () => {
	const folder = await createFileFolder();
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	// No driver can answer the system's dialog. This one picks at once, and gives a real folder.
	await other.page.addInitScript(() => {
		const showDirectoryPicker = async () => {
			const root = await navigator.storage.getDirectory();
			return root.getDirectoryHandle("picked", { create: true });
		};
		Object.assign(window, { showDirectoryPicker });
	});
	await connectByText(one.page, other.page, stage.server.url);
	await by(one.page, "file-input").waitFor({ state: "attached" });
	await mkdir(join(folder.path, "trip", "day"), { recursive: true });
	await writeFile(join(folder.path, "trip", "plan.txt"), "1");
	await writeFile(join(folder.path, "trip", "day", "plan.txt"), "22");
	await writeFile(join(folder.path, "dropped.txt"), "333");
	await drop(one.page, join(folder.path, "dropped.txt"));
	await entry(other.page, "dropped.txt").waitFor();
	await drop(one.page, join(folder.path, "trip"));
	await by(other.page, "file-accept-all").waitFor();
	await by(one.page, "folder-input").setInputFiles(join(folder.path, "trip"));
	await expect.poll(() => by(other.page, "file-batch").count()).toBe(2);
	await one.page.evaluate(() => {
		const options = { bubbles: true, cancelable: true };
		const pasted = new DataTransfer();
		pasted.items.add(new File(["2"], "pasted.png", { type: "image/png" }));
		document.body.dispatchEvent(
			new ClipboardEvent("paste", { ...options, clipboardData: pasted }),
		);
		const text = new DataTransfer();
		text.setData("text/plain", "only text");
		const isLeft = document.body.dispatchEvent(
			new ClipboardEvent("paste", { ...options, clipboardData: text }),
		);
		if (!isLeft) throw new Error("Pasted text was taken away");
	});
	await by(other.page, "file-always").click();
	for (const name of ["dropped.txt", "pasted.png"])
		await inFileState(other.page, name, "done");
	expect(await by(other.page, "file").count()).toBe(6);
	// The first of the two folders as it was; the second beside it, never over it.
	for (const number of [0, 1])
		await by(other.page, "file-batch")
			.nth(number)
			.getByTestId("file-save-all")
			.click();
	const savedNames = () =>
		other.page.evaluate(async () => {
			const found: string[] = [];
			const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
				for await (const [name, handle] of folder.entries())
					if (handle instanceof FileSystemDirectoryHandle)
						await walk(handle, `${path}${name}/`);
					else if (handle instanceof FileSystemFileHandle)
						found.push(`${path}${name} ${(await handle.getFile()).size}`);
			};
			const root = await navigator.storage.getDirectory();
			await walk(await root.getDirectoryHandle("picked"), "");
			return found.sort();
		});
	await expect
		.poll(savedNames)
		.toEqual([
			"trip/day/plan (2).txt 2",
			"trip/day/plan.txt 2",
			"trip/plan (2).txt 1",
			"trip/plan.txt 1",
		]);
	await folder.remove();

	// What is too long for a message can go as a file; it is not lost, and not cut.
	await say(one.page, "x".repeat(8_001));
	await by(one.page, "chat-as-file").click();
	await inFileState(other.page, "message.txt", "done");
	expect(await by(one.page, "chat-input").inputValue()).toBe("");
	await by(one.page, "chat-too-long").waitFor({ state: "detached" });

	// Beside them, the chat: that somebody writes, and what it may be made of.
	await by(one.page, "chat-input").pressSequentially("a");
	await expect
		.poll(() => by(other.page, "chat-typing").textContent())
		.not.toBe("");
	await say(one.page, "see:\n```\nrm -rf <b>\n```");
	const code = by(other.page, "chat-log").locator("[data-from] code");
	expect(await code.textContent()).toBe("rm -rf <b>");
	// What is read out in an order is seen in it.
	const places = await by(other.page, "chat-log")
		.locator(":scope > li")
		.evaluateAll((items) =>
			items.map((item) => ({
				is: item.className,
				top: item.getBoundingClientRect().top,
			})),
		);
	expect(places.map(({ is }) => is)).toEqual([
		"file",
		"file-batch",
		"file-batch",
		"file",
		"file",
		"entry",
	]);
	expect(places).toEqual(places.toSorted((a, b) => a.top - b.top));
	await code.locator("..").getByTestId("chat-copy").click();
	const copied = () =>
		other.page.evaluate(() => navigator.clipboard.readText());
	await expect.poll(copied).toBe("rm -rf <b>");
	const saved = other.page.waitForEvent("download");
	await other.page.locator(".chat-more summary").click();
	await by(other.page, "chat-save").click();
	expect((await saved).suggestedFilename()).toBe("pigeon-chat.txt");
	await by(other.page, "chat-clear").click();
	expect(await by(other.page, "chat-log").locator("[data-from]").count()).toBe(
		0,
	);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
