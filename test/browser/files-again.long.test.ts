// Files where it gets difficult: a connection that goes while one is on its way, and the other engine.

import { afterAll, beforeAll, expect, test } from "vitest";
import {
	accept,
	act,
	createFileFolder,
	type FileFolder,
	give,
	inFileState,
	noteBlobs,
	progressOf,
	savedSum,
} from "./support/files.ts";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { by, connectByText, inState, myCode } from "./support/pigeon.ts";
import { newSleeper, sleep } from "./support/sleeper.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();
let folder: FileFolder;

beforeAll(async () => {
	folder = await createFileFolder();
});

afterAll(() => folder.remove());

test("a file that was on its way goes on by itself when codes have brought the two together again", async () => {
	const one = await newPerson(stage.browser);
	const other = await newSleeper(stage.browser);
	await noteBlobs(other.context);
	await connectByText(one.page, other.page, stage.server.url);
	const long = await folder.make("long.bin", 40_000_000);
	await give(one.page, long);
	await accept(other.page, long.name);
	await expect
		.poll(() => progressOf(other.page, long.name), { timeout: 20_000 })
		.toBeGreaterThan(5);
	await sleep(other);
	await Promise.all([
		inState(one.page, "severed"),
		inState(other.page, "severed"),
	]);
	await inFileState(other.page, long.name, "interrupted");
	const late = await folder.make("late.txt", 9);
	await give(one.page, late);
	await inFileState(one.page, late.name, "interrupted");

	await by(one.page, "reconnect").click();
	await by(other.page, "reconnect").click();
	const invite = await myCode(one.page, "invite");
	await myCode(other.page, "invite");
	await by(other.page, "their-code").fill(invite);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await inFileState(other.page, long.name, "done");
	expect(await savedSum(other.page, long.name)).toBe(long.sum);
	await act(other.page, late.name, "decline");
	await inFileState(one.page, late.name, "failed");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test.runIf(hasFirefox)(
	"files go both ways between the two engines",
	async () => {
		const firefox = await launchFirefox();
		const one = await newPerson(stage.browser);
		const other = await newFirefoxPerson(firefox);
		for (const { context } of [one, other]) await noteBlobs(context);
		await connectByText(one.page, other.page, stage.server.url);
		const there = await folder.make("there.bin", 6_000_001);
		const back = await folder.make("back.bin", 6_000_002);
		await give(one.page, there);
		await give(other.page, back);
		await accept(other.page, there.name);
		await accept(one.page, back.name);
		await inFileState(other.page, there.name, "done");
		await inFileState(one.page, back.name, "done");
		expect(await savedSum(other.page, there.name)).toBe(there.sum);
		expect(await savedSum(one.page, back.name)).toBe(back.sum);
		expectNoProblems(one, other);
		await one.close();
		await other.close();
		await firefox.close();
	},
);
