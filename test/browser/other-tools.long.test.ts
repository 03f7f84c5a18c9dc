// The descriptions of other tools, both ways round: they know nothing of our codes, and still a chat comes about.

import { expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { createOtherTool, type ToolName } from "./support/other-tool.ts";
import {
	begin,
	by,
	heard,
	inState,
	myCode,
	problem,
	say,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

const tools: readonly ToolName[] = ["werift", "wrtc"];

test.each(tools)(
	"%s offers, and is answered in its own words",
	async (name) => {
		const tool = createOtherTool(name);
		const { page, ...person } = await newPerson(stage.browser);
		await begin(page, stage.server.url);
		await by(page, "their-code").fill(JSON.stringify(await tool.offer()));
		const answer = JSON.parse(await myCode(page, "reply"));
		expect(answer.type).toBe("answer");
		await tool.accept(answer);
		await inState(page, "connected");
		await tool.send("from the tool");
		expect(await heard(page)).toBe("from the tool");
		await say(page, "from the page");
		await expect.poll(() => tool.heard).toEqual(["from the page"]);
		expectNoProblems({ page, ...person });
		tool.close();
		await person.close();
	},
);

test.each(tools)("%s answers our offer", async (name) => {
	const tool = createOtherTool(name);
	const { page, ...person } = await newPerson(stage.browser);
	await begin(page, stage.server.url);
	await page.getByText("For another tool").click();
	const raw = (await by(page, "my-raw").textContent()) ?? "";
	const { type, sdp } = await tool.answer(JSON.parse(raw));
	// As bare SDP this time.
	expect(type).toBe("answer");
	await by(page, "their-code").fill(sdp);
	await inState(page, "connected");
	await say(page, "from the page");
	await expect.poll(() => tool.heard).toEqual(["from the page"]);
	await tool.send("from the tool");
	expect(await heard(page)).toBe("from the tool");
	expectNoProblems({ page, ...person });
	tool.close();
	await person.close();
});

test("a description that no browser takes is refused, and the page goes on with a fresh invite", async () => {
	const { page, ...person } = await newPerson(stage.browser);
	await begin(page, stage.server.url);
	await by(page, "their-code").fill(
		JSON.stringify({
			type: "offer",
			sdp: "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=fingerprint:sha-256 00\r\na=ice-ufrag:x\r\na=setup:actpass\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n",
		}),
	);
	await page.locator("[data-problem=unusable]").waitFor();
	expect(await problem(page)).toBe("unusable");
	await myCode(page, "invite");
	await inState(page, "inviting");
	await person.close();
});
