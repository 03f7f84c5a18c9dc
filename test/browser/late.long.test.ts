// A reply that takes longer than a browser would wait by itself.

import { expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { begin, by, inState, myCode } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage("/pigeon/");

test("a reply that comes twenty seconds later still connects, at once", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(
		await begin(one.page, stage.server.url),
	);
	const reply = await myCode(other.page, "reply");
	await one.page.waitForTimeout(20_000);
	await inState(other.page, "answering");
	const appliedAt = Date.now();
	await by(one.page, "their-code").fill(reply);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expect(Date.now() - appliedAt).toBeLessThan(2_000);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
