// What goes on once two devices are connected: who is seen and heard, and the way out.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
} from "@preact/signals-core";
import { type Chat, type ChatEntry, createChat } from "../channels/chat.ts";
import type { Source } from "../media/tracks.ts";
import type { Session } from "../peer/session.ts";
import type { FileShelf, Files } from "./files.ts";
import type { Platform } from "./platform.ts";

export type { ChatEntry };

export type Call = {
	readonly chat: Chat;
	/** Null until what they need has been loaded. */
	readonly files: ReadonlySignal<Files | null>;
	readonly theirStream: ReadonlySignal<MediaStream | null>;
	/** Null until the two were connected; stands still once it is over. */
	readonly lastedMs: ReadonlySignal<number | null>;
	readonly isChatOpen: ReadonlySignal<boolean>;
	readonly unread: ReadonlySignal<number>;
	toggleChat(): void;
};

export function createCall(
	platform: Platform,
	session: Session,
	{ microphone, camera }: Record<"microphone" | "camera", Source>,
	shelf: FileShelf,
	lifetime: AbortSignal,
): Call {
	const chat = createChat(session.chat, platform.now);
	const files = cell<Files | null>(null);
	const lastedMs = cell<number | null>(null);
	const isChatOpen = cell(true);
	const readCount = cell(0);
	const heardCount = computed(
		() => chat.entries.value.filter(({ from }) => from === "them").length,
	);

	let startedAt: number | null = null;
	const measure = () => {
		if (startedAt !== null) lastedMs.value = platform.now() - startedAt;
	};

	const running = new AbortController();
	const loadFiles = async () => {
		const { createFiles } = await import("./files.ts");
		if (running.signal.aborted) return;
		const { signal } = running;
		files.value = createFiles(platform, session.files, shelf, signal, lifetime);
	};
	const stops = [
		effect(() => session.carry("audio", microphone.track.value)),
		effect(() => session.carry("video", camera.track.value)),
		effect(() => {
			const isMicrophoneOn = microphone.isOn.value;
			const isCameraOn = camera.isOn.value;
			if (session.state.value !== "connected") return;
			session.say({
				type: "media",
				microphone: isMicrophoneOn,
				camera: isCameraOn,
			});
		}),
		effect(() => {
			if (session.state.value !== "connected" || startedAt !== null) return;
			startedAt = platform.now();
			measure();
			platform.ticker.every(1_000, measure, running.signal);
			void loadFiles();
		}),
		effect(() => {
			if (session.state.value === "closed") running.abort();
		}),
		effect(() => {
			const news = files.value?.news.value;
			// A question that nobody sees is not answered.
			if (news?.is === "asking" || news?.is === "asked")
				isChatOpen.value = true;
		}),
		effect(() => {
			if (isChatOpen.value) readCount.value = heardCount.value;
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
		running.abort();
	});

	return {
		chat,
		files,
		theirStream: computed(() => {
			const tracks = session.theirTracks.value;
			return tracks.length > 0 ? platform.createStream(tracks) : null;
		}),
		lastedMs,
		isChatOpen,
		unread: computed(() => heardCount.value - readCount.value),
		toggleChat() {
			isChatOpen.value = !isChatOpen.value;
		},
	};
}
