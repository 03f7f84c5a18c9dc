// The sessions of this page: one that is shown, and invites that were given up for a fresh one but may still be
// answered. A reply finds the invite that it belongs to.

import {
	signal as cell,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import type { ReadCode } from "../codec/code.ts";
import type { LockedCode } from "../codec/problem.ts";
import type { Source } from "../media/tracks.ts";
import type { Settings } from "../settings/settings.ts";
import type { Successor } from "./again.ts";
import type { FileShelf } from "./files.ts";
import { createMeeting, type Entry, type Meeting } from "./meeting.ts";
import type { Platform } from "./platform.ts";

export type { Meeting };

export type Meetings = {
	readonly current: ReadonlySignal<Meeting | null>;
	/** Ends what there is, and begins anew. */
	begin(): Meeting;
	/** The same, but an invite that is out stays answerable. */
	renew(): Meeting;
	/** In place of one whose code has not left; those beside it stay. */
	replace(): Meeting;
	end(): void;
	/** Whether an invite beside the one that is shown could still be answered. */
	hasParked(): boolean;
	/** Whether an invite of this page waits for a reply to it. */
	isWaitingFor(id: string): boolean;
	/** A code for the session that is shown, or for an invite beside it. */
	take(code: ReadCode): boolean;
	readonly takeLocked: TakeLocked;
};

// Each keeps a few sockets open.
const maxParked = 4;

/** A reply that only a passphrase shows to be one; null where no session of this page has any. */
export type TakeLocked = (
	locked: readonly LockedCode[],
) => Promise<boolean> | null;

export function createMeetings(
	platform: Platform,
	settings: Signal<Settings>,
	sources: { readonly microphone: Source; readonly camera: Source },
	clock: ReadonlySignal<number>,
	shelf: FileShelf,
	lifetime: AbortSignal,
): Meetings {
	const current = cell<Entry | null>(null);
	let parked: readonly Entry[] = [];
	let next: Entry | null = null;
	const formerIds = new Set<string>();

	const idOf = ({ session }: Meeting) => session.myCode.value?.id ?? null;
	const isInviting = ({ session }: Meeting) =>
		session.state.value === "inviting";

	const close = (entry: Entry) => {
		const id = idOf(entry);
		if (id !== null) formerIds.add(id);
		entry.life.abort();
	};

	const closeParked = () => {
		for (const entry of parked) close(entry);
		parked = [];
	};

	// One call at a time: whoever answers another invite now is told that it is over.
	const stop = effect(() => {
		if (current.value?.session.state.value === "connected")
			untracked(closeParked);
	});
	lifetime.addEventListener("abort", stop);

	const closeAll = () => {
		closeParked();
		if (next) close(next);
		next = null;
		if (current.value) close(current.value);
	};

	/** A reply to an invite beside the one that is shown brings that one to the front. */
	const takeElsewhere = (code: ReadCode): boolean => {
		const entry = parked.find(
			(one) => code.replyTo === idOf(one) && isInviting(one),
		);
		if (!entry) return false;
		parked = parked.filter((one) => one !== entry);
		if (current.value) close(current.value);
		current.value = entry;
		return entry.connect.theirs.takeCode(code);
	};

	const create = (): Meeting => {
		const entry = make();
		current.value = entry;
		return entry;
	};

	/** The same two again. What was before is over as soon as this one stands. */
	const succeed = (): Successor => {
		const entry = make();
		next = entry;
		return {
			session: entry.session,
			vouch: entry.vouch,
			show() {
				const former = current.value;
				next = null;
				current.value = entry;
				if (former) close(former);
			},
			drop: () => close(entry),
		};
	};

	const make = (): Entry =>
		createMeeting(
			platform,
			settings,
			sources,
			clock,
			shelf,
			{
				isFormer: (id) => formerIds.has(id),
				isOwn: (id) =>
					formerIds.has(id) || parked.some((one) => idOf(one) === id),
				takeElsewhere,
			},
			succeed,
			lifetime,
		);

	const isWaitingFor = (id: string) =>
		[current.value, ...parked].some(
			(one) => one !== null && idOf(one) === id && isInviting(one),
		);
	const take = (code: ReadCode) =>
		current.value?.connect.theirs.takeCode(code) === true;

	const takeLocked: TakeLocked = (locked) => {
		const { subtle } = platform.files;
		const passphrases = [current.value, ...parked].flatMap(
			(one) =>
				(one && isInviting(one) && one.connect.mine.lock.passphrase.value) ||
				[],
		);
		if (!subtle || passphrases.length === 0) return null;
		const search = async () => {
			const { openAll } = await import("./unlocking.ts");
			for (const by of new Set(passphrases)) {
				const opened = await openAll(subtle, locked, by, platform.now());
				if (typeof opened === "string") continue;
				// An invite waits for a press, whoever could open it.
				for (const { code } of opened)
					if (code.replyTo !== null && isWaitingFor(code.replyTo))
						return take(code);
			}
			return false;
		};
		return search();
	};

	return {
		current,
		takeLocked,
		begin() {
			closeAll();
			return create();
		},
		renew() {
			const entry = current.value;
			if (entry && isInviting(entry)) {
				entry.connect.theirs.scan.stop();
				parked = [entry, ...parked];
				for (const old of parked.slice(maxParked)) close(old);
				parked = parked.slice(0, maxParked);
			} else if (entry) close(entry);
			return create();
		},
		replace() {
			if (current.value) close(current.value);
			return create();
		},
		end() {
			closeAll();
			current.value = null;
		},
		hasParked: () => parked.length > 0,
		isWaitingFor,
		take,
	};
}
