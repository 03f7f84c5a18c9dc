import { expect, test } from "vitest";
import { yieldLater } from "../../src/peer/yield.ts";
import { createClock } from "../fakes/clock.ts";

/** Only says what it was told; the real thing is in the lab, behind real routers. */
async function after(
	ms: number,
	iceConnectionState: RTCIceConnectionState,
	didOpen = false,
) {
	const clock = createClock();
	const told: string[] = [];
	const opening = new AbortController();
	yieldLater(
		{
			signalingState: "stable",
			iceConnectionState,
			setRemoteDescription: async ({ type }) => void told.push(type),
			setLocalDescription: async () => void told.push("mine"),
		},
		clock,
		"v=0\r\n",
		() => told.push("again"),
		opening.signal,
	);
	if (didOpen) opening.abort();
	clock.pass(ms);
	await new Promise((done) => setTimeout(done));
	return told;
}

test("who has searched in vain for a while answers the other's description, and tries their addresses again", async () => {
	expect(await after(2_500, "checking")).toEqual(["offer", "mine", "again"]);
	expect(await after(2_500, "failed")).toEqual(["offer", "mine", "again"]);
});

test("nobody gives way who has found the other, or has hardly begun", async () => {
	expect(await after(2_500, "connected")).toEqual([]);
	expect(await after(2_500, "checking", true)).toEqual([]);
	expect(await after(1_000, "checking")).toEqual([]);
});
