// Files on disk to send, what a person does with them in the app, and what has arrived.

import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { by } from "./pigeon.ts";

export type SampleFile = {
	readonly path: string;
	readonly name: string;
	readonly bytes: number;
	readonly sum: string;
};

export interface FileFolder {
	readonly path: string;
	make(name: string, bytes: number | Uint8Array): Promise<SampleFile>;
	remove(): Promise<void>;
}

export const sha256 = (bytes: Uint8Array) =>
	createHash("sha256").update(bytes).digest("hex");

export async function createFileFolder(): Promise<FileFolder> {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-files-"));
	let seed = 1;
	return {
		path: folder,
		async make(name, content) {
			const path = join(folder, name);
			seed += 1;
			const bytes =
				typeof content === "number" ? noise(content, seed) : content;
			await writeFile(path, bytes);
			return { path, name, bytes: bytes.length, sum: sha256(bytes) };
		},
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

function noise(length: number, seed: number): Uint8Array {
	const bytes = new Uint8Array(length);
	const words = new Uint32Array(bytes.buffer, 0, length >> 2);
	let state = seed;
	for (let index = 0; index < words.length; index += 1) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		words[index] = state;
	}
	return bytes;
}

export async function give(
	page: Page,
	...files: readonly SampleFile[]
): Promise<void> {
	await by(page, "file-input").setInputFiles(files.map(({ path }) => path));
}

/** The latest of that name. */
export const entry = (page: Page, name: string) =>
	page
		.locator("[data-testid=file]")
		.filter({ has: page.locator(`.file-name[title$="${name}"]`) })
		.last();

export async function inFileState(
	page: Page,
	name: string,
	state: string,
): Promise<void> {
	await entry(page, name)
		.and(page.locator(`[data-state=${state}]`))
		.waitFor({ timeout: 30_000 });
}

export async function accept(page: Page, name: string): Promise<void> {
	await entry(page, name).getByTestId("file-accept").click();
}

export const act = (
	page: Page,
	name: string,
	what: "pause" | "cancel" | "decline" | "ask" | "forget",
) => entry(page, name).getByTestId(`file-${what}`).click();

type Noting = { readonly noted: Map<string, Blob> };

/** The page itself may fetch nothing but its own files, so what its links stand for is noted where they are made. */
export const noteBlobs = (context: BrowserContext): Promise<unknown> =>
	context.addInitScript(() => {
		const noted = new Map<string, Blob | MediaSource>();
		Object.assign(self, { noted });
		const create = URL.createObjectURL;
		URL.createObjectURL = (blob) => {
			const href = create.call(URL, blob);
			noted.set(href, blob);
			return href;
		};
	});

export const savedType = (link: Locator): Promise<string | undefined> =>
	link.evaluate((element) => {
		const { noted } = self as unknown as Noting;
		return noted.get((element as HTMLAnchorElement).href)?.type;
	});

/** What the link would save, by its sum. */
export async function savedSum(page: Page, name: string): Promise<string> {
	const link = entry(page, name).getByTestId("download");
	return link.evaluate(async (element) => {
		const { noted } = self as unknown as Noting;
		const blob = noted.get((element as HTMLAnchorElement).href);
		if (!blob) return "nothing";
		const digest = await crypto.subtle.digest(
			"SHA-256",
			await blob.arrayBuffer(),
		);
		return [...new Uint8Array(digest)]
			.map((byte) => byte.toString(16).padStart(2, "0"))
			.join("");
	});
}

export async function progressOf(page: Page, name: string): Promise<number> {
	return Number(await entry(page, name).getAttribute("data-progress"));
}

declare global {
	interface Window {
		leastProgress?: number;
	}
}

/** Runs in the page: the least that is shown of a file from now on, while it is on its way. */
export function noteLeastProgress(name: string): void {
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

export const leastProgress = (page: Page) =>
	page.evaluate(() => window.leastProgress ?? 100);
