// Two people answer one invite in the same moment, in one network: both knock with the right name and password.

import { expect, test } from "vitest";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

/** Whose fingerprint begins low starts the handshake with one whose begins high, where both have an invite out. */
async function newPersonWith(keys: "low" | "high"): Promise<Person> {
	const person = await newPerson(stage.browser);
	await person.page.addInitScript((wanted) => {
		const generate = RTCPeerConnection.generateCertificate;
		RTCPeerConnection.generateCertificate = async (algorithm) => {
			for (;;) {
				const made = await generate.call(RTCPeerConnection, algorithm);
				const [print] = made.getFingerprints();
				const first = Number.parseInt(print?.value ?? "", 16);
				if (wanted === "low" ? first < 0x60 : first > 0xa0) return made;
			}
		};
	}, keys);
	return person;
}

/** The inviter, whose reply they take, and who knocks beside that one; all three have an invite out. */
async function contest() {
	const one = await newPersonWith("high");
	const other = await newPersonWith("low");
	const third = await newPersonWith("low");
	// Before the invite is made: who has waited longer starts the handshake.
	for (const { page } of [other, third]) await begin(page, stage.server.url);
	const invite = await begin(one.page, stage.server.url);
	await by(third.page, "their-code").fill(invite);
	await myCode(third.page, "reply");
	await by(other.page, "their-code").fill(invite);
	const reply = await myCode(other.page, "reply");
	// Their hellos go out further and further apart, so the last one most likely is of the third.
	await one.page.waitForTimeout(700);
	await by(one.page, "their-code").fill(reply);
	return { one, other, third, invite, reply };
}

/** Now and then the right one is heard first, and all is well. */
const isOver = ({ page }: Person) =>
	page
		.locator("[data-state=connected], [data-problem=inviteContested]")
		.first()
		.waitFor();

async function contestInEarnest(attempts = 5) {
	const all = await contest();
	await isOver(all.one);
	if ((await by(all.one.page, "problem").count()) > 0) return all;
	await Promise.all([all.one, all.other, all.third].map((it) => it.close()));
	if (attempts === 0) throw new Error("The right one was always first");
	return contestInEarnest(attempts - 1);
}

test("an invite that two answer at once is replaced by a fresh one, and it is said why", async () => {
	const { one, other, third, invite, reply } = await contestInEarnest();
	const fresh = await myCode(one.page, "invite");
	expect(fresh).not.toBe(invite);
	// What was used up is not taken for an answer to the fresh one.
	await by(one.page, "their-code").fill(reply);
	await one.page.locator("[data-problem=otherInvite]").waitFor();
	const isTold = by(other.page, "problem").count();
	if ((await isTold) === 0) await by(other.page, "theirs-again").click();
	await by(other.page, "their-code").fill(fresh);
	await other.page
		.locator("[data-testid=my-code][data-kind=reply]")
		.filter({ hasNotText: reply })
		.waitFor();
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await say(other.page, "at last");
	expect(await heard(one.page)).toBe("at last");
	await inState(third.page, "answering");
	expectNoProblems(one, other, third);
	await Promise.all([one.close(), other.close(), third.close()]);
});
