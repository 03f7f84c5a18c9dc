// A disk that is really full: a small one, made of memory, with the receiver's browser on it. Only root may mount one.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	act,
	createFileFolder,
	entry,
	type FileFolder,
	give,
	inFileState,
	leastProgress,
	noteBlobs,
	noteLeastProgress,
	savedSum,
} from "./support/files.ts";
import { launchProfile, newPerson } from "./support/launch.ts";
import { by, connectByText } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const diskBytes = 160_000_000;
/** What is left on it for everything that comes. */
const freeBytes = 12_000_000;

const stage = useStage();
let folder: FileFolder;
let disk: string;
let isMounted = false;

beforeAll(async () => {
	folder = await createFileFolder();
	disk = await mkdtemp(join(tmpdir(), "pigeon-disk-"));
	try {
		const options = ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", disk];
		execFileSync("mount", options, { stdio: "ignore" });
		isMounted = true;
	} catch {
		// Said by the test itself.
	}
});

afterAll(async () => {
	if (isMounted) execFileSync("umount", ["-l", disk]);
	if (existsSync(disk)) await rm(disk, { recursive: true, force: true });
	await folder.remove();
});

const leftBytes = async () => {
	const { bavail, bsize } = await statfs(disk);
	return bavail * bsize;
};

test("on a disk that fills up a file fails with a word to both, the call goes on, and with room so does the file", async (context) => {
	if (!isMounted) context.skip("Only root may mount a small disk.");
	const profile = await launchProfile(join(disk, "profile"));
	const page = profile.pages()[0] ?? (await profile.newPage());
	await noteBlobs(profile);
	const one = await newPerson(stage.browser);
	await connectByText(one.page, page, stage.server.url);
	// The browser would name a limit far below such a small disk's, and nothing would ever fill it.
	const tools = await profile.newCDPSession(page);
	const { origin } = new URL(page.url());
	const quotaSize = 10_000_000_000;
	await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
	const ballast = join(disk, "ballast");
	await writeFile(
		ballast,
		new Uint8Array(Math.max(0, (await leftBytes()) - freeBytes)),
	);

	const file = await folder.make("much.bin", 24_000_000);
	await give(one.page, file);
	await entry(page, file.name).getByTestId("file-accept").click();
	await inFileState(page, file.name, "failed");
	await inFileState(one.page, file.name, "failed");
	for (const where of [page, one.page])
		expect(await entry(where, file.name).getAttribute("data-problem")).toBe(
			"notStored",
		);
	await by(one.page, "chat-input").fill("Still there?");
	await by(one.page, "chat-send").click();
	await by(page, "chat-log").getByText("Still there?").waitFor();

	await rm(ballast);
	await page.evaluate(noteLeastProgress, file.name);
	await act(page, file.name, "ask");
	await inFileState(page, file.name, "done");
	await inFileState(one.page, file.name, "done");
	expect(await savedSum(page, file.name)).toBe(file.sum);
	// It went on from what the small disk had.
	expect(await leastProgress(page)).toBeGreaterThan(5);
	await profile.close();
	await one.close();
}, 120_000);
