// One connection to one person, from the first code to hanging up. The only owner of an
// RTCPeerConnection; what to do with it comes from machine.ts, by way of runner.ts.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { type ReadCode, type WrittenCode, writeCode } from "../codec/code.ts";
import { bad, good, type Result } from "../lib/result.ts";
import { channelIds } from "../wire/channel-ids.ts";
import { gathered } from "./gather.ts";
import { createInBand, type InBand } from "./in-band.ts";
import { keepWaiting } from "./keep-waiting.ts";
import type { Effect } from "./machine.ts";
import type { Agreement } from "./negotiate.ts";
import type { SessionProblem } from "./problem.ts";
import { asRemote, asSent } from "./remote.ts";
import { identityOf, isClient, isPolite, type Setup } from "./roles.ts";
import { createPipe, type Pipe, type SessionPlatform } from "./rtc.ts";
import { createRunner, type Runner } from "./runner.ts";
import { judge } from "./take.ts";

const rule = {
	giveUpMs: 20 * 60_000,
	graceMs: 5_000,
	recoverMs: 60_000,
	// Time for a last word to leave before the connection is closed under it.
	farewellMs: 300,
	checkMs: 5_000,
} as const;

export type Session = Omit<InBand, "greet" | "restart"> &
	Omit<Runner, "post"> & {
		readonly problem: ReadonlySignal<SessionProblem | null>;
		readonly myCode: ReadonlySignal<WrittenCode | null>;
		readonly chat: Pipe;
		take(code: ReadCode): Result<null, SessionProblem>;
		keepOn(): void;
		hangUp(): void;
	};

type Taken = {
	readonly code: ReadCode;
	/** When an invite of mine was first shown, if it was: a screen can be read without its knowing. */
	readonly shownAt: number | null;
};

export function createSession(
	platform: SessionPlatform,
	iceServers: readonly RTCIceServer[],
	lifetime: AbortSignal,
): Session {
	const connection = platform.createConnection({
		iceServers: [...iceServers],
		bundlePolicy: "max-bundle",
	});
	const life = new AbortController();
	const until = AbortSignal.any([lifetime, life.signal]);
	const openChannel = (name: keyof typeof channelIds) =>
		connection.createDataChannel(name, {
			negotiated: true,
			id: channelIds[name],
		});
	const control = openChannel("control");
	const chat = createPipe(openChannel("chat"), until);
	const inBand = createInBand(connection, control, () => post("bye"), until);

	const problem = cell<SessionProblem | null>(null);
	const myCode = cell<WrittenCode | null>(null);

	let taken: Taken | null = null;
	let shownAt: number | null = null;
	let theirCandidates: readonly string[] = [];
	// A late result of an attempt that was given up is told by its number.
	let attempt = 0;
	let waiting = new AbortController();
	let grace = new AbortController();

	const mySdp = () => connection.localDescription?.sdp ?? "";

	// Only asked for once both descriptions are there.
	const agree = ({ code, shownAt }: Taken): Agreement => {
		const mine = identityOf(mySdp());
		const theirs = identityOf(code.sdp);
		if (!mine || !theirs) throw new Error("A description without identity");
		return {
			isClient: isClient(
				{ ...mine, madeAt: shownAt },
				{ ...theirs, madeAt: code.madeAt },
				shownAt !== null,
			),
			isPolite: isPolite(mine, theirs),
			theirFingerprint: theirs.fingerprint,
		};
	};

	const pulse = () =>
		keepWaiting(
			connection,
			theirCandidates,
			platform.ticker,
			AbortSignal.any([until, waiting.signal]),
		);

	const applyTheirs = async (theirs: Taken) => {
		attempt += 1;
		const mine = attempt;
		const isStale = () => mine !== attempt || until.aborted;
		try {
			await described;
			const remote = asRemote(
				theirs.code.sdp,
				agree(theirs).isClient ? "passive" : "active",
			);
			const { sdp } = remote;
			await connection.setRemoteDescription({ type: "answer", sdp });
			if (isStale()) return;
			theirCandidates = remote.candidates;
			pulse();
		} catch {
			if (isStale()) return;
			taken = null;
			post("refused");
			problem.value = "unusable";
		}
	};

	const effects: Readonly<Record<Effect, () => void>> = {
		writeCode() {
			const sdp = mySdp();
			problem.value = sdp.includes("\na=candidate:") ? null : "noAddress";
			const now = platform.now();
			const write = (setup: Setup, options: Parameters<typeof writeCode>[1]) =>
				writeCode({ type: "offer", sdp: asSent(sdp, setup) }, options);
			if (taken) {
				const setup = agree(taken).isClient ? "active" : "passive";
				myCode.value = write(setup, { now, replyTo: taken.code.id });
			} else {
				// Shown again, it is the same invite of the same minute.
				shownAt ??= now;
				myCode.value = write("actpass", { now: shownAt });
			}
		},
		startWaiting() {
			waiting = new AbortController();
			const during = AbortSignal.any([until, waiting.signal]);
			platform.ticker.after(rule.giveUpMs, () => post("gaveUp"), during);
			pulse();
		},
		applyTheirs() {
			if (taken) void applyTheirs(taken);
		},
		stopWaiting: () => waiting.abort(),
		greet() {
			if (taken) inBand.greet(agree(taken));
		},
		startGrace() {
			grace = new AbortController();
			const during = AbortSignal.any([until, grace.signal]);
			platform.ticker.after(rule.graceMs, () => post("graceOver"), during);
			platform.ticker.after(rule.recoverMs, () => post("gaveUp"), during);
		},
		stopGrace: () => grace.abort(),
		restartIce: inBand.restart,
		sayBye: () => inBand.say({ type: "bye" }),
		release() {
			life.abort();
			platform.ticker.after(
				rule.farewellMs,
				() => connection.close(),
				AbortSignal.any([]),
			);
		},
	};

	const { state, ending, post } = createRunner(effects, platform.report);

	const { signal } = life;
	control.addEventListener("open", () => post("opened"), { signal });
	control.addEventListener("close", () => post("died"), { signal });
	connection.addEventListener(
		"connectionstatechange",
		() => {
			// Before the first opening "failed" only means "still waiting"; the machine knows.
			if (connection.connectionState === "disconnected") post("unsettled");
			if (connection.connectionState === "connected") post("settled");
			if (connection.connectionState === "failed") post("lost");
		},
		{ signal },
	);
	// A phone may have closed the connection of a hidden page without telling it.
	platform.ticker.every(
		rule.checkMs,
		() => {
			if (connection.signalingState === "closed") post("died");
		},
		until,
	);
	lifetime.addEventListener("abort", () => post("hungUp"), { signal });

	const ready = gathered(connection, platform.ticker, until);
	const described = connection.setLocalDescription();
	described
		.then(() => ready)
		.then(
			() => post("gathered"),
			() => post("died"),
		);

	return {
		...inBand,
		state,
		ending,
		problem,
		myCode,
		chat,
		take(code) {
			const verdict = judge(
				code,
				myCode.value?.id ?? null,
				taken?.code.id ?? null,
			);
			if (!verdict.ok) return verdict;
			if (!identityOf(code.sdp)) return bad("unusable");
			taken ??= { code, shownAt };
			if (verdict.value !== null) post(verdict.value);
			return good(null);
		},
		keepOn: () => post("keepOn"),
		hangUp: () => post("hungUp"),
	};
}
