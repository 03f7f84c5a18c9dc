// The whole app without its looks: which screen is due, and whose session it is about.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { openDevice } from "../media/devices.ts";
import type { Source } from "../media/tracks.ts";
import type { State } from "../peer/machine.ts";
import { type Scope, withScope } from "../settings/servers.ts";
import { createSettings, type Settings } from "../settings/settings.ts";
import { keepAlive } from "./alive.ts";
import { type Coming, createComing } from "./coming.ts";
import { createDesk, createSources, type Desk } from "./devices.ts";
import { createGuide, type Guide } from "./guide.ts";
import { createInside, type Inside } from "./inside.ts";
import { createLevel } from "./level.ts";
import { createLostInvite, type LostInvite } from "./lost-invite.ts";
import { createNetwork, type Network } from "./network.ts";
import type { Platform } from "./platform.ts";
import { sayName } from "./say-name.ts";
import { createSheets, type Sheets } from "./sheets.ts";
import type { Arrivals, Meeting, Works } from "./works.ts";

export type { Meeting };

export type Screen =
	| "loading"
	| "home"
	| "arrival"
	| "connect"
	| "call"
	| "ended";

export type App = {
	readonly screen: ReadonlySignal<Screen>;
	readonly meeting: ReadonlySignal<Meeting | null>;
	/** Null until it is all here. */
	readonly arrivals: ReadonlySignal<Arrivals | null>;
	/** A part of this page could not be fetched. */
	readonly isIncomplete: ReadonlySignal<boolean>;
	readonly microphone: Source;
	readonly camera: Source;
	readonly desk: Desk;
	/** How loud the microphone is before the call, from 0 to 1. */
	readonly level: ReadonlySignal<number>;
	readonly settings: Signal<Settings>;
	readonly network: Network;
	readonly sheets: Sheets;
	readonly guide: Guide;
	readonly lostInvite: LostInvite;
	/** Null in a real browser. */
	readonly inside: Inside | null;
	/** Links never reach the window that waits: iOS opens them elsewhere. */
	readonly isPasteFirst: boolean;
	/** The time, to the nearest ten seconds: for ages and durations. */
	readonly now: ReadonlySignal<number>;
	readonly coming: Coming;
	/** What my camera sees, for myself. */
	readonly preview: ReadonlySignal<MediaStream | null>;
	start(): void;
	answer(): void;
	/** Gives up this invite for a fresh one. */
	renew(): void;
	/** Who can be reached, and so what is given away: an invite that has not left yet is made anew. */
	rescope(scope: Scope): void;
	/** With permission for a camera, a browser tells more of its addresses. */
	renewWithCamera(): Promise<void>;
	leave(): void;
};

const clockMs = 10_000;

const isCall = (state: State | null) =>
	state === "connected" || state === "recovering" || state === "severed";

export function createApp(platform: Platform, lifetime: AbortSignal): App {
	const settings = createSettings(platform.store, lifetime);
	const sources = createSources(platform, settings, lifetime);
	const { microphone, camera } = sources;
	const guide = createGuide(settings, platform.shareSheet.canShare);
	const now = cell(platform.now());
	// Whoever opened a link sees no other screen before it has been read.
	const hasLink = platform.addressBar.read().length > 1;
	const shelf = {
		store: null,
		given: new Map(),
		shared: cell<readonly File[]>([]),
		lifetime,
	};
	const works = cell<Works | null>(null);
	const isIncomplete = cell(false);
	let loading: Promise<Works> | null = null;
	const load = () => {
		loading ??= import("./works.ts").then(({ createWorks }) => {
			works.value ??= createWorks(
				platform,
				settings,
				sources,
				now,
				shelf,
				lifetime,
			);
			return works.value;
		});
		loading.catch(() => {
			isIncomplete.value = true;
		});
		return loading;
	};
	// The first screen needs none of it, and is there sooner alone.
	if (hasLink) void load();
	else platform.onShown(load, lifetime);
	/** Pressed before it is all here, it is done as soon as it is. */
	const work = (what: (works: Works) => void) => {
		if (works.value) what(works.value);
		else load().then(what, () => {});
	};
	const meeting = computed(() => works.value?.meetings.current.value ?? null);
	const state = computed(() => meeting.value?.session.state.value ?? null);
	const screen = computed<Screen>(() => {
		if (isCall(state.value)) return "call";
		if (works.value === null && hasLink && !isIncomplete.value)
			return "loading";
		if (works.value?.arrivals.current.value) return "arrival";
		if (state.value === null) return "home";
		return state.value === "closed" ? "ended" : "connect";
	});
	const lostInvite = createLostInvite(platform);
	const start = () =>
		work(({ arrivals, meetings }) => {
			lostInvite.settle();
			arrivals.dismiss();
			meetings.begin();
		});
	const desk = createDesk(platform, settings, sources, lifetime);
	const sheets = createSheets(platform.kept, settings, desk.look);
	const coming = createComing(
		platform,
		shelf.shared,
		(text) => work(({ arrivals }) => arrivals.handle(text)),
		sheets.show,
	);

	platform.ticker.every(
		clockMs,
		() => {
			now.value = platform.now();
		},
		lifetime,
	);
	sayName(meeting, settings, lifetime);
	platform.onLeave(() => works.value?.meetings.end(), lifetime);
	// An invite that has left this device would be lost with the page, and so would a call.
	platform.guardPage(() => {
		if (works.value?.meetings.hasParked()) return true;
		if (state.value === "inviting")
			return meeting.value?.connect.mine.sent.value !== null;
		return state.value !== null && state.value !== "closed";
	}, lifetime);

	keepAlive(platform, state, sources, lifetime);

	return {
		screen,
		meeting,
		arrivals: computed(() => works.value?.arrivals ?? null),
		isIncomplete,
		microphone,
		camera,
		level: createLevel(
			platform,
			() => (isCall(state.value) ? null : microphone.track.value),
			lifetime,
		),
		desk,
		settings,
		network: createNetwork(platform, settings, lifetime),
		sheets,
		guide,
		lostInvite,
		inside: createInside(platform),
		isPasteFirst: platform.surroundings.system === "ios",
		now,
		preview: computed(() => {
			const track = camera.track.value;
			return track && platform.createStream([track]);
		}),
		coming,
		start,
		answer: () =>
			work(({ arrivals, meetings }) => {
				const arrival = arrivals.current.value;
				if (arrival?.is !== "asked") return;
				arrivals.dismiss();
				guide.suggest(arrival.isScanned ? "beside" : "message");
				const isFree =
					state.value === "inviting" || state.value === "gathering";
				const { connect } = (isFree && meeting.value) || meetings.begin();
				if (arrival.passphrase !== null)
					connect.mine.lock.set(arrival.passphrase);
				connect.theirs.takeCode(arrival.code);
			}),
		renew: () => work(({ meetings }) => void meetings.renew()),
		rescope(scope) {
			settings.value = withScope(settings.value, scope);
			work(({ meetings }) => {
				const { mine, theirs } = meeting.value?.connect ?? {};
				// A reply is being looked for already: a second one would knock at the same door, and spoil the first.
				if (!mine || theirs?.code.value) return;
				const passphrase = mine.lock.passphrase.value;
				// One that has left stays answerable.
				const hasLeft = mine.sent.value !== null;
				const { connect } = hasLeft ? meetings.renew() : meetings.replace();
				connect.mine.lock.set(passphrase);
			});
		},
		async renewWithCamera() {
			const opened = await openDevice(platform.devices, "camera");
			if (opened.ok) opened.value.stop();
			work(({ meetings }) => void meetings.renew());
		},
		leave: () =>
			work(({ arrivals, meetings }) => {
				arrivals.dismiss();
				meetings.end();
				guide.forget();
				lostInvite.settle();
				microphone.release();
				camera.release();
			}),
	};
}
