// What goes on once two devices are connected: who is seen and heard, and the way out.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { copy } from "../carriers/text.ts";
import { type Chat, type ChatEntry, createChat } from "../channels/chat.ts";
import { createTyping, type Typing } from "../channels/typing.ts";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";
import { maxChatChars } from "../wire/chat.ts";
import type { Extras } from "./call-extras.ts";
import { type CallMedia, createCallMedia } from "./call-media.ts";
import type { Stage } from "./call-stage.ts";
import { chatAsText } from "./chat-text.ts";
import type { Sources } from "./devices.ts";
import type { FileShelf, Files } from "./files.ts";
import type { Platform } from "./platform.ts";
import { createTimeline, type TimelineItem } from "./timeline.ts";

export type { ChatEntry };

export type Call = {
	readonly chat: Chat;
	/** What was written and what was given, in the order in which it came. */
	readonly timeline: ReadonlySignal<readonly TimelineItem[]>;
	readonly typing: Typing;
	/** What was copied last; null where it failed. */
	readonly copied: ReadonlySignal<string | null>;
	/** What is open on the screen; null until that has been loaded. */
	readonly stage: ReadonlySignal<Stage | null>;
	/** Null until what they need has been loaded. */
	readonly files: ReadonlySignal<Files | null>;
	readonly media: CallMedia;
	/** How it goes, and what is kept of it; null until that has been loaded. */
	readonly extras: ReadonlySignal<Extras | null>;
	/** Null until the two were connected; stands still once it is over. */
	readonly lastedMs: ReadonlySignal<number | null>;
	readonly isChatOpen: ReadonlySignal<boolean>;
	readonly unread: ReadonlySignal<number>;
	toggleChat(): void;
	/** Longer than a message may be: it can go as a file. */
	readonly isTooLong: ReadonlySignal<boolean>;
	/** False where it did not go; what was written is kept then. */
	say(text: string): boolean;
	/** What was written, as a file of text. */
	giveText(text: string): void;
	copy(text: string): Promise<void>;
	/** All that was written, as a file of text. */
	saveChat(names: Readonly<Record<ChatEntry["from"], string>>): void;
};

export function createCall(
	platform: Platform,
	session: Session,
	sources: Sources,
	settings: Signal<Settings>,
	shelf: FileShelf,
	lifetime: AbortSignal,
): Call {
	const chat = createChat(session.chat, platform.now);
	const typing = createTyping(
		session.chat,
		platform.ticker,
		platform.now,
		lifetime,
	);
	const copied = cell<string | null>(null);
	const isTooLong = cell(false);
	const files = cell<Files | null>(null);
	const stage = cell<Stage | null>(null);
	const extras = cell<Extras | null>(null);
	const media = createCallMedia(platform, session, sources, settings, lifetime);
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

	const toggleChat = () => {
		isChatOpen.value = !isChatOpen.value;
	};
	const running = new AbortController();
	const { signal } = running;
	const loadFiles = async () => {
		const { createFiles } = await import("./files.ts");
		if (signal.aborted) return;
		files.value = createFiles(platform, session.files, shelf, signal, lifetime);
	};
	const loadStage = async () => {
		const { createStage } = await import("./call-stage.ts");
		if (lifetime.aborted) return;
		const actions = {
			chat: toggleChat,
			screen: () => media.screen.canShare && media.screen.toggle(),
			hold: media.hold.toggle,
		};
		stage.value = createStage(
			platform,
			session,
			sources,
			settings,
			actions,
			lifetime,
		);
	};
	void loadStage();
	const loadExtras = async () => {
		const { createExtras } = await import("./call-extras.ts");
		const parts = { session, media, ...sources };
		if (!signal.aborted)
			extras.value = createExtras(platform, parts, signal, lifetime);
	};
	const stops = [
		effect(() => {
			if (session.state.value !== "connected" || startedAt !== null) return;
			startedAt = platform.now();
			measure();
			platform.ticker.every(1_000, measure, signal);
			void loadFiles();
			void loadExtras();
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
		timeline: createTimeline(chat.entries, files),
		typing,
		copied,
		stage,
		files,
		media,
		extras,
		lastedMs,
		isChatOpen,
		unread: computed(() => heardCount.value - readCount.value),
		toggleChat,
		isTooLong,
		say(text) {
			isTooLong.value = text.trim().length > maxChatChars;
			return chat.say(text);
		},
		giveText(text) {
			isTooLong.value = false;
			const file = new File([text], "message.txt", { type: "text/plain" });
			files.peek()?.give([{ file, folders: [] }]);
		},
		async copy(text) {
			const isCopied = await copy(platform.clipboard, text);
			copied.value = isCopied ? text : null;
		},
		saveChat(names) {
			const text = chatAsText(chat.entries.value, names);
			const blob = new Blob([text], { type: "text/plain" });
			const href = URL.createObjectURL(blob);
			platform.files.download(href, "pigeon-chat.txt");
			// The browser needs it until it has read it.
			platform.ticker.after(60_000, () => URL.revokeObjectURL(href), lifetime);
		},
	};
}
