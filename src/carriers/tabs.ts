// A reply that is opened as a link comes up in a new window, but the connection it belongs to waits in
// another. This carrier hands it over, within one browser.

export type TabChannel = {
	post(message: unknown): void;
	onMessage(handle: (message: unknown) => void, lifetime: AbortSignal): void;
};

type Asked =
	| { readonly type: "reply"; readonly to: string; readonly text: string }
	| { readonly type: "whose"; readonly id: string };

type TabMessage =
	| { readonly ask: string; readonly asked: Asked }
	| { readonly answers: string };

// A window in the background answers within a few milliseconds; one that is frozen not at all.
const patienceMs = 1_000;

const maxTextChars = 20_000;

const isShortText = (value: unknown, maxChars: number): value is string =>
	typeof value === "string" && value.length <= maxChars;

function readAsked(value: unknown): Asked | null {
	if (typeof value !== "object" || value === null) return null;
	const { type, to, text, id } = value as Record<string, unknown>;
	if (type === "whose" && isShortText(id, 64)) return { type, id };
	if (
		type === "reply" &&
		isShortText(to, 64) &&
		isShortText(text, maxTextChars)
	)
		return { type, to, text };
	return null;
}

/** Answers other windows: `isMine` for an invite of ours, `take` for a reply to it. */
export function answerTabs(
	channel: TabChannel,
	isMine: (id: string) => boolean,
	take: (text: string) => boolean,
	lifetime: AbortSignal,
): void {
	channel.onMessage((message) => {
		const { ask, asked } = (message ?? {}) as Record<string, unknown>;
		const question = readAsked(asked);
		if (!isShortText(ask, 64) || !question) return;
		const isAnswered =
			question.type === "whose"
				? isMine(question.id)
				: isMine(question.to) && take(question.text);
		if (isAnswered) channel.post({ answers: ask } satisfies TabMessage);
	}, lifetime);
}

/** Whether another window of this browser said yes. */
export function askTabs(
	channel: TabChannel,
	asked: Asked,
	ask: string,
	after: (ms: number, run: () => void, lifetime: AbortSignal) => void,
	lifetime: AbortSignal,
): Promise<boolean> {
	return new Promise((resolve) => {
		const done = new AbortController();
		const until = AbortSignal.any([lifetime, done.signal]);
		const finish = (isAnswered: boolean) => {
			done.abort();
			resolve(isAnswered);
		};
		channel.onMessage((message) => {
			const { answers } = (message ?? {}) as Record<string, unknown>;
			if (answers === ask) finish(true);
		}, until);
		after(patienceMs, () => finish(false), until);
		channel.post({ ask, asked } satisfies TabMessage);
	});
}
