// A reply that is opened as a link comes up in a new window, but the connection it belongs to waits in
// another. This carrier hands it over, within one browser.

export type TabChannel = {
	post(message: unknown): void;
	onMessage(handle: (message: unknown) => void, lifetime: AbortSignal): void;
};

type Asked =
	| { readonly type: "reply"; readonly to: string; readonly text: string }
	| { readonly type: "whose"; readonly id: string }
	/** of which only a window that holds the passphrase can tell whether it is a reply */
	| { readonly type: "locked"; readonly text: string };

type TabMessage =
	| { readonly ask: string; readonly asked: Asked }
	| { readonly answers: string }
	| { readonly tries: string }
	| { readonly fails: string };

// A window in the background answers within a few milliseconds; one that is frozen not at all.
const patienceMs = 1_000;
// Opening a locked code takes a second or two on a phone, and longer in the background.
const triesMs = 20_000;

const maxTextChars = 20_000;

const isShortText = (value: unknown, maxChars: number): value is string =>
	typeof value === "string" && value.length <= maxChars;

function readAsked(value: unknown): Asked | null {
	if (typeof value !== "object" || value === null) return null;
	const { type, to, text, id } = value as Record<string, unknown>;
	if (type === "locked" && isShortText(text, maxTextChars))
		return { type, text };
	if (type === "whose" && isShortText(id, 64)) return { type, id };
	if (
		type === "reply" &&
		isShortText(to, 64) &&
		isShortText(text, maxTextChars)
	)
		return { type, to, text };
	return null;
}

/** Answers other windows: `isMine` for an invite of ours, `take` for a reply to it, `takeLocked` for what may be one. */
export function answerTabs(
	channel: TabChannel,
	isMine: (id: string) => boolean,
	take: (text: string) => boolean,
	takeLocked: (text: string) => Promise<boolean> | null,
	lifetime: AbortSignal,
): void {
	channel.onMessage((message) => {
		const { ask, asked } = (message ?? {}) as Record<string, unknown>;
		const question = readAsked(asked);
		if (!isShortText(ask, 64) || !question) return;
		const post = (message: TabMessage) => channel.post(message);
		if (question.type === "locked") {
			const trying = takeLocked(question.text);
			if (trying === null) return;
			post({ tries: ask });
			void trying.then((isTaken) =>
				post(isTaken ? { answers: ask } : { fails: ask }),
			);
			return;
		}
		const isAnswered =
			question.type === "whose"
				? isMine(question.id)
				: isMine(question.to) && take(question.text);
		if (isAnswered) post({ answers: ask });
	}, lifetime);
}

/** Of a window that does not answer: it may be there all the same, asleep. */
export type Sleeper = {
	isThere(): Promise<boolean>;
	onAsleep(): void;
};

// A window that wakes gives up its claim and answers at once; the answer may be the later one to arrive.
const graceMs = 500;

/** Whether another window of this browser said yes. */
export function askTabs(
	channel: TabChannel,
	asked: Asked,
	ask: string,
	after: (ms: number, run: () => void, lifetime: AbortSignal) => void,
	lifetime: AbortSignal,
	sleeper: Sleeper | null = null,
): Promise<boolean> {
	return new Promise((resolve) => {
		const done = new AbortController();
		const until = AbortSignal.any([lifetime, done.signal]);
		let trying = 0;
		const finish = (isAnswered: boolean) => {
			done.abort();
			resolve(isAnswered);
		};
		channel.onMessage((message) => {
			const { answers, tries, fails } = (message ?? {}) as Record<
				string,
				unknown
			>;
			if (answers === ask) finish(true);
			if (tries === ask) trying += 1;
			if (fails === ask) {
				trying -= 1;
				if (trying === 0) finish(false);
			}
		}, until);
		const post = () => channel.post({ ask, asked } satisfies TabMessage);
		const lookAgain = async () => {
			if (trying > 0) return;
			if (!(await sleeper?.isThere()))
				return after(sleeper ? graceMs : 0, () => finish(false), until);
			if (until.aborted) return;
			sleeper?.onAsleep();
			post();
			after(patienceMs, lookAgain, until);
		};
		after(patienceMs, lookAgain, until);
		if (!sleeper) after(triesMs, () => finish(false), until);
		post();
	});
}
