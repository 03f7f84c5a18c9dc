// The whole app without its looks: which screen is due, and whose session it is about.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import { answerTabs } from "../carriers/tabs.ts";
import { readCode } from "../codec/code.ts";
import { openDevice } from "../media/devices.ts";
import { createSource, type Source } from "../media/tracks.ts";
import { createSession, type Session } from "../peer/session.ts";
import {
	createSettings,
	defaultServers,
	type Settings,
} from "../settings/settings.ts";
import { type Arrivals, createArrivals } from "./arrival.ts";
import { type Call, createCall } from "./call.ts";
import { type Connect, createConnect } from "./connect.ts";
import type { Platform } from "./platform.ts";

/** One session with everything that belongs to it; it all ends together. */
export type Meeting = {
	readonly session: Session;
	readonly connect: Connect;
	readonly call: Call;
};

export type Screen = "home" | "arrival" | "connect" | "call" | "ended";

export type App = {
	readonly screen: ReadonlySignal<Screen>;
	readonly meeting: ReadonlySignal<Meeting | null>;
	readonly arrivals: Arrivals;
	readonly microphone: Source;
	readonly camera: Source;
	readonly settings: Signal<Settings>;
	/** The time, to the nearest ten seconds: for ages and durations. */
	readonly now: ReadonlySignal<number>;
	createStream: Platform["createStream"];
	start(): void;
	answer(): void;
	/** Gives up this invite for a fresh one. */
	renew(): void;
	/** With permission for a camera, a browser tells more of its addresses. */
	renewWithCamera(): Promise<void>;
	leave(): void;
};

const clockMs = 10_000;

export function createApp(platform: Platform, lifetime: AbortSignal): App {
	const settings = createSettings(platform.store, lifetime);
	const microphone = createSource(
		platform.devices,
		"microphone",
		true,
		lifetime,
	);
	const camera = createSource(platform.devices, "camera", false, lifetime);
	const meeting = cell<Meeting | null>(null);
	const now = cell(platform.now());
	const formerIds = new Set<string>();
	let current = new AbortController();

	const state = computed(() => meeting.value?.session.state.value ?? null);

	const retire = () => {
		const former = meeting.value?.session.myCode.value;
		if (former) formerIds.add(former.id);
		current.abort();
	};

	const begin = (): Meeting => {
		retire();
		current = new AbortController();
		const until = AbortSignal.any([lifetime, current.signal]);
		const servers = settings.value.servers === "none" ? [] : defaultServers;
		const session = createSession(platform, servers, until);
		const begun = {
			session,
			connect: createConnect(
				platform,
				session,
				settings,
				now,
				formerIds,
				until,
			),
			call: createCall(platform, session, microphone, camera, until),
		};
		meeting.value = begun;
		return begun;
	};

	const end = () => {
		retire();
		meeting.value = null;
		microphone.release();
		camera.release();
	};

	const isWaitingFor = (id: string) =>
		state.value === "inviting" &&
		meeting.value?.session.myCode.value?.id === id;

	const arrivals = createArrivals(
		platform,
		(code) =>
			code.replyTo !== null &&
			isWaitingFor(code.replyTo) &&
			meeting.value?.connect.theirs.takeCode(code) === true,
		lifetime,
	);

	answerTabs(
		platform.tabs,
		(id) => meeting.value?.session.myCode.value?.id === id,
		(text) => {
			const code = readCode(text, platform.now());
			return (
				code.ok && meeting.value?.connect.theirs.takeCode(code.value) === true
			);
		},
		lifetime,
	);

	platform.ticker.every(
		clockMs,
		() => {
			now.value = platform.now();
		},
		lifetime,
	);
	platform.onLeave(() => meeting.value?.session.hangUp(), lifetime);
	// An invite that has left this device would be lost with the page, and so would a call.
	platform.guardPage(() => {
		if (state.value === "inviting")
			return meeting.value?.connect.mine.sent.value !== null;
		return state.value !== null && state.value !== "closed";
	}, lifetime);

	const stops = [
		effect(() => {
			const isLive = state.value !== null && state.value !== "closed";
			if (isLive) platform.wakeLock.hold();
			else platform.wakeLock.release();
		}),
		effect(() => {
			if (state.value !== "closed") return;
			untracked(microphone.release);
			untracked(camera.release);
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
	});

	return {
		screen: computed<Screen>(() => {
			if (state.value === "connected" || state.value === "recovering")
				return "call";
			if (arrivals.current.value) return "arrival";
			if (state.value === null) return "home";
			return state.value === "closed" ? "ended" : "connect";
		}),
		meeting,
		arrivals,
		microphone,
		camera,
		settings,
		now,
		createStream: platform.createStream,
		start() {
			arrivals.dismiss();
			begin();
		},
		answer() {
			const arrival = arrivals.current.value;
			if (arrival?.is !== "asked") return;
			arrivals.dismiss();
			const isFree = state.value === "inviting" || state.value === "gathering";
			const { connect } = (isFree && meeting.value) || begin();
			connect.theirs.takeCode(arrival.code);
		},
		renew: () => void begin(),
		async renewWithCamera() {
			const opened = await openDevice(platform.devices, "camera");
			if (opened.ok) opened.value.stop();
			begin();
		},
		leave() {
			arrivals.dismiss();
			end();
		},
	};
}
