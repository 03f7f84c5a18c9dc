// One connection to one person, from the first code to hanging up. What to do comes from machine.ts, by way of
// runner.ts; how, from link.ts. A session may go through several links: the person at the other end stays the same.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ReadCode, WrittenCode } from "../codec/code.ts";
import { good, type Result } from "../lib/result.ts";
import { createExchange } from "./exchange.ts";
import { createFaces, type Face } from "./faces.ts";
import { type Facts, readFacts } from "./facts.ts";
import { createLink, type Link } from "./link.ts";
import type { Effect } from "./machine.ts";
import { createPatience } from "./patience.ts";
import type { SessionProblem } from "./problem.ts";
import { reachOf } from "./reach.ts";
import type { SessionPlatform } from "./rtc.ts";
import { createRunner, type Runner } from "./runner.ts";
import { createSpare, spareMs } from "./spare.ts";
import type { Taken } from "./take.ts";
import { watchLife } from "./watch-life.ts";

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
	const didAskServers = (configuration.iceServers ?? []).length > 0;
	const isAgain = cell(false);
	const faces = createFaces(platform.now, (why) => post(why));
	const exchange = createExchange(platform.now, didAskServers);
	const { mine, problem } = exchange;

	let certificate: Promise<RTCCertificate> | null = null;
	let link: Link | null = null;
	/** The one that was open, while codes for another are being exchanged; and the code it was opened by. */
	let former: Link | null = null;
	let formerTaken: Taken | null = null;

	const makeLink = async (): Promise<Link | null> => {
		certificate ??= platform.createCertificate();
		const certificates = [await certificate];
		if (until.aborted) return null;
		return createLink(
			platform,
			{ ...configuration, certificates },
			exchange.isForeignOffer() && !isAgain.value ? "answering" : "offering",
			faces,
			{
				on(event, from) {
					if (from === link && event === "died") died();
					else if (from === link) post(event);
					else if (from !== former) spare.on(event, from);
					else if (event === "settled") post("formerBack");
				},
				onFound: (from) =>
					from === link ? post("found") : spare.on("gathered", from),
				isForeign: exchange.isForeign,
				onTrack: (kind, track, from) =>
					from === link && faces.heardTrack(kind, track, exchange.isForeign()),
				inBand: {
					...faces.heard,
					heardSpare: (code) => spare.handle(code),
					heardVerify: faces.heardVerify,
					heardBye: () => post("bye"),
					heardFlood: () => post("flooded"),
					heardNothing: () => post("unsettled"),
					heardSomething: () => post(former ? "formerBack" : "settled"),
				},
			},
			until,
		);
	};

	let started = Promise.resolve();
	const start = async () => {
		try {
			link = await makeLink();
		} catch (cause) {
			platform.report(new Error("No connection could be made", { cause }));
			post("failed");
		}
	};

	const spare = createSpare(
		platform,
		makeLink,
		exchange.known,
		(message) => link?.say(message),
		() => post("spareOpened"),
		until,
	);

	let dying: Link | null = null;
	const end = () => {
		post("died");
		if (state.value === "severed") exchange.closedBy();
	};
	/** The browser has closed the link, here or there. */
	const died = () => {
		const dead = link;
		if (dead !== null && dead === dying) return;
		if (dead?.isAdopted() && spare.isReady()) {
			// Codes are needed only if the second link does not open either.
			dying = dead;
			platform.ticker.after(spareMs, () => dead === link && end(), until);
			return post("lost");
		}
		if (!dead?.isAdopted()) exchange.noteDeath();
		end();
	};

	const applyTheirs = async () => {
		await started;
		const on = link;
		if (!on) return;
		faces.load(on);
		const isStale = () => on !== link || until.aborted;
		const event = await exchange.apply(on, isStale);
		if (event) post(event);
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
		writeCode: () => link && exchange.write(link),
		improveCode: () => mine.isFrozen() || (link && exchange.write(link)),
		startWaiting() {
			const signal = patience.startWaiting();
			void started.then(() => link?.wait(signal));
		},
		applyTheirs: () => void applyTheirs(),
		forgetTheirs: () => exchange.putBack(null),
		noteMixUp: exchange.noteMixUp,
		renewLink() {
			spare.close();
			if (!former && isAgain.value && link?.isOpen()) former = link;
			else link?.close();
			link = null;
			mine.forget();
			started = start();
		},
		returnToFormer() {
			link?.close();
			link = former;
			former = null;
			exchange.putBack(formerTaken);
			mine.forget();
			spare.prepare();
		},
		stopWaiting: patience.stopWaiting,
		greet() {
			formerTaken = exchange.theirs();
			if (!formerTaken || !link) return;
			former?.close();
			former = null;
			exchange.connected();
			const agreement = exchange.agreement(link.sdp());
			faces.adopt(link, formerTaken.code.sdp, agreement);
			isAgain.value = true;
			link.greet(agreement);
			if (agreement) spare.prepare();
		},
		startGrace: patience.startGrace,
		stopGrace: patience.stopGrace,
		restartIce: () => link?.restart(),
		openSpare: spare.open,
		restSpare: spare.rest,
		adoptSpare() {
			const opened = spare.take();
			if (!opened) return;
			link?.close();
			link = opened.link;
			exchange.putBack(opened.taken);
		},
		sayBye: () => link?.say({ type: "bye" }),
		release() {
			life.abort();
			faces.part(link, ending.value, lifetime);
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
	started = start();

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
			const verdict = exchange.take(code);
			if (!verdict.ok) return verdict;
			if (verdict.value !== null) post(verdict.value);
			return good(null);
		},
		keepOn: () => post("keepOn"),
		reconnect: () => post("reconnect"),
		hangUp: () => post("hungUp"),
		facts: () =>
			readFacts(link, exchange.theirs()?.code.sdp ?? "", didAskServers),
	};
}
