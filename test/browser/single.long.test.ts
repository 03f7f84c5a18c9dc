// The one file that holds everything: opened from a disk, it connects to anybody.

import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";
import { violations, watchViolations } from "./support/violations.ts";

const stage = useStage();

test("one file, opened from a disk, asks for nothing, breaks no rule of its own, and connects", async () => {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-single-"));
	const { NODE_ENV: _, ...env } = process.env;
	const args = ["node_modules/vite/bin/vite.js", "build", "--config"];
	args.push(".build/single.config.ts", "--outDir", folder, "--emptyOutDir");
	await promisify(execFile)(process.execPath, args, { env });
	expect(await readdir(folder)).toEqual(["pigeon.html"]);

	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await watchViolations(one.context);
	const asked: string[] = [];
	one.context.on("request", (request) => {
		if (!/^(?:data|blob):/.test(request.url())) asked.push(request.url());
	});
	const address = pathToFileURL(join(folder, "pigeon.html")).href;
	const invite = await begin(one.page, address);
	expect(asked).toEqual([address]);
	await by(one.page, "my-qr").waitFor();
	expect(await by(one.page, "my-link").count()).toBe(0);

	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(invite);
	await myCode(other.page, "reply");
	// What reads pictures runs in a worker that is inside the file, and so does what it compiles.
	await by(one.page, "scan-image").setInputFiles({
		name: "their-code.png",
		mimeType: "image/png",
		buffer: await by(other.page, "my-qr").screenshot(),
	});
	await inState(one.page, "connected");
	await say(one.page, "From a stick");
	expect(await heard(other.page)).toBe("From a stick");
	await by(one.page, "file-input").setInputFiles({
		name: "note.txt",
		mimeType: "text/plain",
		buffer: Buffer.from("note"),
	});
	await by(other.page, "file-list").getByText("note").first().waitFor();
	await by(other.page, "toggle-camera").click();
	await by(one.page, "remote-video").waitFor();
	expect(asked).toEqual([address]);
	await by(one.page, "hang-up").click();
	await by(one.page, "to-start").click();
	await by(one.page, "from-file").waitFor();
	expect(await violations(one.page)).toEqual([]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
	await rm(folder, { recursive: true });
});
