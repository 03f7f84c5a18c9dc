import { expect, test } from "vitest";
import {
	type Event,
	endingOf,
	next,
	rules,
	type State,
} from "../../src/peer/machine.ts";

const breaches = [
	"alarmed",
	"otherCertificate",
	"differed",
	"theyDiffered",
	"flooded",
] as const;
const events: readonly Event[] = [
	"gathered",
	"found",
	"tookInvite",
	"tookReply",
	"tookOffer",
	"tookFresh",
	"tookStale",
	"mixedUp",
	"refused",
	"opened",
	"unsettled",
	"settled",
	"lost",
	"spareOpened",
	"formerBack",
	"networkChanged",
	"graceOver",
	"hopeless",
	"outdated",
	"gaveUp",
	"keepOn",
	"reconnect",
	"died",
	"failed",
	"bye",
	...breaches,
	"hungUp",
];

const states = Object.keys(rules) as State[];

/** What is ignored is said as well, so that nothing is left open. */
function rowOf(state: State): string {
	const handled = events.flatMap((event) => {
		const move = next(state, event);
		return move
			? [`${event} → ${[move.target, ...move.effects].join(" ")}`]
			: [];
	});
	const ignored = events.filter((event) => next(state, event) === null);
	return [`${state}:`, ...handled, `ignored: ${ignored.join(" ")}`].join(
		"\n  ",
	);
}

test("every state answers every event as written here, ignoring included", () => {
	expect(states.map(rowOf).join("\n")).toMatchInlineSnapshot(`
		"gathering:
		  gathered → inviting writeCode
		  tookInvite → preparing startWaiting applyTheirs
		  tookOffer → preparing stopWaiting renewLink startWaiting applyTheirs
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  died → gathering stopWaiting forgetTheirs renewLink
		  failed → closed stopWaiting stopGrace release
		  hungUp → closed stopWaiting stopGrace release
		  ignored: found tookReply tookFresh tookStale mixedUp refused opened unsettled settled lost spareOpened networkChanged graceOver hopeless outdated gaveUp keepOn reconnect bye alarmed otherCertificate differed theyDiffered flooded
		preparing:
		  gathered → answering writeCode
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  refused → gathering stopWaiting forgetTheirs
		  opened → connected stopWaiting stopGrace greet
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  outdated → gathering stopWaiting forgetTheirs renewLink
		  died → preparing stopWaiting renewLink startWaiting applyTheirs
		  failed → closed stopWaiting stopGrace release
		  hungUp → closed stopWaiting stopGrace release
		  ignored: found tookInvite tookReply tookOffer tookStale mixedUp unsettled settled lost spareOpened networkChanged graceOver hopeless gaveUp keepOn reconnect bye alarmed otherCertificate differed theyDiffered flooded
		inviting:
		  found → inviting improveCode
		  tookInvite → answering startWaiting applyTheirs writeCode
		  tookReply → joining startWaiting applyTheirs
		  tookOffer → preparing stopWaiting renewLink startWaiting applyTheirs
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  outdated → gathering stopWaiting forgetTheirs renewLink
		  died → gathering stopWaiting forgetTheirs renewLink
		  failed → closed stopWaiting stopGrace release
		  hungUp → closed stopWaiting stopGrace release
		  ignored: gathered tookFresh tookStale mixedUp refused opened unsettled settled lost spareOpened networkChanged graceOver hopeless gaveUp keepOn reconnect bye alarmed otherCertificate differed theyDiffered flooded
		answering:
		  found → answering improveCode
		  tookReply → joining
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → gathering stopWaiting forgetTheirs renewLink
		  mixedUp → gathering stopWaiting noteMixUp forgetTheirs renewLink
		  refused → inviting stopWaiting forgetTheirs writeCode
		  opened → connected stopWaiting stopGrace greet
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  gaveUp → stalled stopWaiting
		  died → preparing stopWaiting renewLink startWaiting applyTheirs
		  failed → closed stopWaiting stopGrace release
		  hungUp → closed stopWaiting stopGrace release
		  ignored: gathered tookInvite tookOffer unsettled settled lost spareOpened networkChanged graceOver hopeless outdated keepOn reconnect bye alarmed otherCertificate differed theyDiffered flooded
		joining:
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → gathering stopWaiting forgetTheirs renewLink
		  mixedUp → gathering stopWaiting noteMixUp forgetTheirs renewLink
		  refused → inviting stopWaiting forgetTheirs writeCode
		  opened → connected stopWaiting stopGrace greet
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  gaveUp → closed stopWaiting stopGrace release
		  died → gathering stopWaiting forgetTheirs renewLink
		  failed → closed stopWaiting stopGrace release
		  hungUp → closed stopWaiting stopGrace release
		  ignored: gathered found tookInvite tookReply tookOffer unsettled settled lost spareOpened networkChanged graceOver hopeless outdated keepOn reconnect bye alarmed otherCertificate differed theyDiffered flooded
		stalled:
		  tookReply → joining startWaiting
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → gathering stopWaiting forgetTheirs renewLink
		  mixedUp → gathering stopWaiting noteMixUp forgetTheirs renewLink
		  opened → connected stopWaiting stopGrace greet
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  keepOn → answering startWaiting
		  died → preparing stopWaiting renewLink startWaiting applyTheirs
		  failed → closed stopWaiting stopGrace release
		  hungUp → closed stopWaiting stopGrace release
		  ignored: gathered found tookInvite tookOffer refused unsettled settled lost spareOpened networkChanged graceOver hopeless outdated gaveUp reconnect bye alarmed otherCertificate differed theyDiffered flooded
		connected:
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  unsettled → recovering startGrace openSpare
		  lost → recovering startGrace restartIce openSpare
		  spareOpened → connected stopGrace adoptSpare greet
		  networkChanged → connected restartIce
		  died → severed
		  bye → closed stopWaiting stopGrace release
		  alarmed → closed stopGrace sayBye release
		  otherCertificate → closed stopGrace sayBye release
		  differed → closed stopGrace sayBye release
		  theyDiffered → closed stopGrace sayBye release
		  flooded → closed stopGrace sayBye release
		  hungUp → closed stopGrace sayBye release
		  ignored: gathered found tookInvite tookReply tookOffer tookStale mixedUp refused opened settled formerBack graceOver hopeless outdated gaveUp keepOn reconnect failed
		recovering:
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  settled → connected stopGrace restSpare
		  lost → recovering restartIce
		  spareOpened → connected stopGrace adoptSpare greet
		  networkChanged → recovering restartIce openSpare
		  graceOver → recovering restartIce
		  hopeless → severed
		  reconnect → gathering stopWaiting forgetTheirs renewLink
		  died → severed stopGrace
		  bye → closed stopWaiting stopGrace release
		  alarmed → closed stopGrace sayBye release
		  otherCertificate → closed stopGrace sayBye release
		  differed → closed stopGrace sayBye release
		  theyDiffered → closed stopGrace sayBye release
		  flooded → closed stopGrace sayBye release
		  hungUp → closed stopGrace sayBye release
		  ignored: gathered found tookInvite tookReply tookOffer tookStale mixedUp refused opened unsettled formerBack outdated gaveUp keepOn failed
		severed:
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  settled → connected stopGrace restSpare
		  spareOpened → connected stopGrace adoptSpare greet
		  networkChanged → severed restartIce openSpare
		  graceOver → severed restartIce
		  reconnect → gathering stopWaiting forgetTheirs renewLink
		  died → severed stopGrace
		  bye → closed stopWaiting stopGrace release
		  alarmed → closed stopGrace sayBye release
		  otherCertificate → closed stopGrace sayBye release
		  differed → closed stopGrace sayBye release
		  theyDiffered → closed stopGrace sayBye release
		  flooded → closed stopGrace sayBye release
		  hungUp → closed stopGrace sayBye release
		  ignored: gathered found tookInvite tookReply tookOffer tookStale mixedUp refused opened unsettled lost formerBack hopeless outdated gaveUp keepOn failed
		closed:
		  ignored: gathered found tookInvite tookReply tookOffer tookFresh tookStale mixedUp refused opened unsettled settled lost spareOpened formerBack networkChanged graceOver hopeless outdated gaveUp keepOn reconnect died failed bye alarmed otherCertificate differed theyDiffered flooded hungUp"
	`);
});

test("whatever happens in whatever order, hanging up closes and releases, once", () => {
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 48_271) % 2_147_483_647;
		return seed % below;
	};
	for (let walk = 0; walk < 2_000; walk += 1) {
		let state: State = "gathering";
		let releases = 0;
		let isWaiting = false;
		let isInGrace = false;
		let isApplied = false;
		const step = (event: Event) => {
			const move = next(state, event);
			if (!move) return;
			for (const effect of move.effects) {
				if (effect === "release") releases += 1;
				if (effect === "startWaiting") isWaiting = true;
				if (effect === "stopWaiting") isWaiting = false;
				if (effect === "startGrace") isInGrace = true;
				if (effect === "stopGrace") isInGrace = false;
				if (effect === "applyTheirs" || effect === "renewLink")
					isApplied = effect === "applyTheirs";
			}
			state = move.target;
			const isExchanging =
				state === "preparing" || state === "answering" || state === "joining";
			expect(isWaiting).toBe(isExchanging);
			if (isExchanging) expect(isApplied).toBe(true);
			if (state === "recovering") expect(isInGrace).toBe(true);
			if (state === "connected" || state === "closed")
				expect(isInGrace).toBe(false);
		};
		for (let count = 0; count < 30; count += 1)
			step(events[random(events.length - 1)] ?? "died");
		step("hungUp");
		expect(state).toBe("closed");
		expect(releases).toBe(1);
	}
});

test("how a session ended is told from what happened", () => {
	expect(endingOf("hungUp")).toBe("byMe");
	expect(endingOf("bye")).toBe("byThem");
	expect(endingOf("gaveUp")).toBe("unreachable");
	expect(endingOf("failed")).toBe("died");
	expect(breaches.map(endingOf)).toEqual(breaches);
});

test("whoever was connected once is only let go by a word of one of the two, or a breach", () => {
	for (const state of ["connected", "recovering", "severed"] as const)
		for (const event of events)
			if (next(state, event)?.target === "closed")
				expect(["bye", "hungUp", ...breaches]).toContain(event);
});
