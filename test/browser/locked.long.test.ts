// A locked code from screen to camera: it is read like any other, asks for its words, and is verified in person.

import { expect, test } from "vitest";
import { readCode } from "../../src/codec/code.ts";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import { giveLiveCamera, show } from "./support/live-camera.ts";
import { begin, by, inState, myCode } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

async function newFilming(): Promise<Person> {
	const person = await newPerson(stage.browser);
	await giveLiveCamera(person.context);
	await begin(person.page, stage.server.url);
	return person;
}

const film = async (from: Person, of: Person) => {
	await by(from.page, "scan").click();
	await show(from.page, await by(of.page, "my-qr").screenshot());
};

test("a locked code that a camera sees asks for its words; the reply to it asks nobody", async () => {
	const one = await newFilming();
	const other = await newFilming();
	await by(one.page, "lock").locator("summary").click();
	await by(one.page, "lock-words").fill("three old friends");
	await by(one.page, "lock-set").click();
	await by(one.page, "locked-with").waitFor();
	expect(readCode(await myCode(one.page, "invite"))).toMatchObject({
		problem: "locked",
	});

	await film(other, one);
	await other.page.locator("[data-testid=unlock][data-state=asking]").waitFor();
	await by(other.page, "unlock-words").fill("Three old FRIENDS");
	await by(other.page, "unlock-open").click();
	const reply = await myCode(other.page, "reply");
	expect(readCode(reply)).toMatchObject({ problem: "locked" });

	await film(one, other);
	for (const { page } of [one, other]) {
		await inState(page, "connected");
		await page
			.locator("[data-testid=safety][data-standing=inPerson]")
			.waitFor();
	}
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
