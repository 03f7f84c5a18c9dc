// One session with everything that belongs to it; it all ends together.

import {
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import type { ReadCode } from "../codec/code.ts";
import { createSession, type Session } from "../peer/session.ts";
import { configurationOf } from "../settings/servers.ts";
import type { Settings } from "../settings/settings.ts";
import { type Again, createAgain, type Successor } from "./again.ts";
import { type Call, createCall } from "./call.ts";
import { claimInvite } from "./claim.ts";
import { type Connect, createConnect } from "./connect.ts";
import type { Sources } from "./devices.ts";
import { createDiagnosis, type Diagnosis } from "./diagnosis.ts";
import type { FileShelf } from "./files.ts";
import { loadTrust } from "./late-trust.ts";
import type { Platform } from "./platform.ts";
import type { Others } from "./theirs.ts";
import type { Trust } from "./trust.ts";

export type Meeting = {
	readonly session: Session;
	readonly connect: Connect;
	readonly call: Call;
	readonly diagnosis: Diagnosis;
	/** Null until the two have met. */
	readonly trust: ReadonlySignal<Trust | null>;
	readonly again: Again;
};

export type Entry = Meeting & {
	readonly life: AbortController;
	vouch(code: ReadCode): void;
};

export function createMeeting(
	platform: Platform,
	settings: Signal<Settings>,
	sources: Sources,
	clock: ReadonlySignal<number>,
	shelf: FileShelf,
	others: Others,
	succeed: () => Successor,
	lifetime: AbortSignal,
): Entry {
	const life = new AbortController();
	const until = AbortSignal.any([lifetime, life.signal]);
	const session = createSession(
		platform,
		configurationOf(settings.value),
		until,
	);
	const connect = createConnect(
		platform,
		session,
		settings,
		clock,
		others,
		until,
	);
	const { theirs } = connect;
	const call = createCall(platform, session, sources, settings, shelf, until);
	const sheet = computed(() => call.stage.value?.sheet.value ?? null);
	claimInvite(platform, session, until);
	let vouched: ReadCode | null = null;
	const trust = loadTrust(
		platform,
		session.introduction,
		() => ({ scanned: theirs.scanned.peek(), vouched }),
		until,
	);
	return {
		life,
		session,
		connect,
		diagnosis: createDiagnosis(platform, session, theirs, sheet, until),
		trust,
		call,
		again: createAgain(
			platform,
			session,
			trust,
			sources,
			succeed,
			() => platform.celebrate(settings.value.sounds),
			until,
		),
		vouch(code) {
			vouched = code;
		},
	};
}
