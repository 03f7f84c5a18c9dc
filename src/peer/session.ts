// One connection to one person, from the first code to hanging up. What to do comes from machine.ts, by way of
// runner.ts; how, from link.ts. A session may go through several links: the person at the other end stays the same.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ReadCode, WrittenCode } from "../codec/code.ts";
import { bad, good, type Result } from "../lib/result.ts";
import { createFaces, type Face } from "./faces.ts";
import { type Facts, readFacts } from "./facts.ts";
import { createLink, type Link } from "./link.ts";
import type { Effect } from "./machine.ts";
import { createMyCode } from "./my-code.ts";
import { createPatience } from "./patience.ts";
import type { SessionProblem } from "./problem.ts";
import { reachOf } from "./reach.ts";
import { asRemote } from "./remote.ts";
import { identityOf } from "./roles.ts";
import type { SessionPlatform } from "./rtc.ts";
import { createRunner, type Runner } from "./runner.ts";
import {
	agree,
	isForeign,
	isForeignOffer,
	judge,
	setupFor,
	type Taken,
} from "./take.ts";
import { watchLife } from "./watch-life.ts";

// Time for a last word to leave before the connection is closed under it.
const farewellMs = 300;

export type Session = Face &
	Omit<Runner, "post"> & {
		readonly problem: ReadonlySignal<SessionProblem | null>;
		readonly myCode: ReadonlySignal<WrittenCode | null>;
		readonly rawCode: ReadonlySignal<string | null>;
		/** Connected once: what is exchanged now is to bring the same two together again. */
		readonly isAgain: ReadonlySignal<boolean>;
		/** My code has left this device: from now on it stays as it is. */
		freezeCode(): void;
		take(code: ReadCode): Result<null, SessionProblem>;
		keepOn(): void;
		reconnect(): void;
		hangUp(): void;
		facts(): Promise<Facts | null>;
	};

export function createSession(
	platform: SessionPlatform,
	configuration: RTCConfiguration,
	lifetime: AbortSignal,
): Session {
	const life = new AbortController();
	const until = AbortSignal.any([lifetime, life.signal]);
	const problem = cell<SessionProblem | null>(null);
	const isAgain = cell(false);
	const mine = createMyCode(platform.now);
	const faces = createFaces();
	const didAskServers = (configuration.iceServers ?? []).length > 0;

	let certificate: Promise<RTCCertificate> | null = null;
	let link: Link | null = null;
	/** The one that was open, while codes for another are being exchanged. */
	let former: Link | null = null;
	let taken: Taken | null = null;
	/** The code by which the two were connected last. */
	let formerTaken: Taken | null = null;
	let known: string | null = null;
	/** What became of an earlier code of mine, or theirs; said beside the new one. */
	let renewal: SessionProblem | null = null;

	const begin = async () => {
		certificate ??= platform.createCertificate();
		const certificates = [await certificate];
		if (until.aborted) return;
		link = createLink(
			platform,
			{ ...configuration, certificates },
			taken && isForeignOffer(taken) ? "answering" : "offering",
			faces.chat,
			{
				on(event, from) {
					if (from === link && event === "died") died();
					else if (from === link) post(event);
					else if (from === former && event === "settled") post("formerBack");
				},
				onFound: (from) => from === link && post("found"),
				onTrack: (track, from) =>
					from === link &&
					faces.heardTrack(track, taken !== null && isForeign(taken)),
				inBand: {
					heardMedia: faces.heardMedia,
					heardBye: () => post("bye"),
					heardNothing: () => post("unsettled"),
					heardSomething: () => post(former ? "formerBack" : "settled"),
				},
			},
			until,
		);
	};
	let started = Promise.resolve();
	const start = () => {
		started = begin().catch((cause) => {
			platform.report(new Error("No connection could be made", { cause }));
			post("failed");
		});
	};

	/** A code that has left this device is worth nothing any more. */
	const died = () => {
		const isExchanging = link !== null && !link.isAdopted();
		if (isExchanging && mine.isFrozen())
			renewal = taken ? "replyRenewed" : "inviteRenewed";
		post("died");
		if (state.value === "severed") problem.value = "connectionClosed";
	};

	const applyTheirs = async (theirs: Taken) => {
		await started;
		const on = link;
		const isStale = () => on !== link || taken !== theirs || until.aborted;
		try {
			await on?.described;
			if (!on || isStale()) return;
			faces.load(on);
			await on.apply(asRemote(theirs.code.sdp, setupFor(theirs, on.sdp())));
		} catch {
			if (isStale()) return;
			renewal = "unusable";
			// For another tool's offer this link was made; an invite needs another one.
			post(isForeignOffer(theirs) ? "outdated" : "refused");
		}
	};

	const write = () => {
		const sdp = link?.sdp() ?? "";
		problem.value = renewal ?? reachOf(sdp, didAskServers);
		mine.write(sdp, taken);
		link?.forgetFound();
	};

	const patience = createPatience(
		platform.ticker,
		{
			gaveUp: () => post("gaveUp"),
			retry: () => (former ? former.restart() : post("graceOver")),
			hopeless: () => post("hopeless"),
		},
		until,
	);

	const effects: Readonly<Record<Effect, () => void>> = {
		writeCode: write,
		improveCode: () => mine.isFrozen() || write(),
		startWaiting() {
			const signal = patience.startWaiting();
			void started.then(() => link?.wait(signal));
		},
		applyTheirs: () => taken && void applyTheirs(taken),
		forgetTheirs() {
			taken = null;
		},
		renewLink() {
			if (!former && isAgain.value && link?.isOpen()) former = link;
			else link?.close();
			link = null;
			mine.forget();
			start();
		},
		returnToFormer() {
			link?.close();
			link = former;
			taken = formerTaken;
			former = null;
			mine.forget();
		},
		stopWaiting: patience.stopWaiting,
		greet() {
			if (!taken || !link) return;
			former?.close();
			former = null;
			formerTaken = taken;
			problem.value = null;
			renewal = null;
			known = taken.fingerprint;
			faces.adopt(link, isAgain.value);
			isAgain.value = true;
			if (isForeign(taken)) link.greetForeign();
			else link.greet(agree(taken, link.sdp()));
		},
		startGrace: patience.startGrace,
		stopGrace: patience.stopGrace,
		restartIce: () => link?.restart(),
		sayBye: () => link?.say({ type: "bye" }),
		release() {
			life.abort();
			link?.close(farewellMs);
			former?.close();
		},
	};

	const { state, ending, post } = createRunner(effects, platform.report);

	watchLife(
		platform,
		() => link,
		{
			died,
			changed() {
				const isPoor = reachOf(link?.sdp() ?? "", didAskServers) !== null;
				post(isPoor && !mine.isFrozen() ? "outdated" : "networkChanged");
			},
		},
		until,
	);
	lifetime.addEventListener("abort", () => post("hungUp"), {
		signal: life.signal,
	});
	start();

	return {
		...faces.face,
		state,
		ending,
		problem,
		myCode: mine.code,
		rawCode: mine.raw,
		isAgain,
		freezeCode: mine.freeze,
		take(code) {
			const they = identityOf(code.sdp);
			if (!they) return bad("unusable");
			const { fingerprint } = they;
			const myId = mine.code.value?.id ?? null;
			const verdict = judge(code, fingerprint, { myId, taken, known });
			if (!verdict.ok) return verdict;
			const event = verdict.value;
			renewal = null;
			if (event === "tookFresh") taken = { code, fingerprint, shownAt: null };
			else taken ??= { code, fingerprint, shownAt: mine.shownAt() };
			if (event !== null) post(event);
			return good(null);
		},
		keepOn: () => post("keepOn"),
		reconnect: () => post("reconnect"),
		hangUp: () => post("hungUp"),
		facts: () => readFacts(link, taken?.code.sdp ?? "", didAskServers),
	};
}
