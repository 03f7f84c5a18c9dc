// Locked codes: a passphrase for mine, and being asked for theirs. Loaded with the first code.

import "./codes.css";
import type { Lock } from "../app/lock.ts";
import type { Unlocking } from "../app/unlocking.ts";
import type { CodeTexts } from "../i18n/en-codes.ts";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";

export { Circle, Giving } from "./giving.tsx";

/** Shorter ones are guessed in no time, however many rounds each guess takes. */
const minChars = 8;

function Locked({
	texts,
	lock,
	canUndo,
}: {
	texts: CodeTexts["lock"];
	lock: Lock;
	canUndo: boolean;
}) {
	return (
		<div class="lock" data-testid="locked">
			<p class="lock-head">
				<Icon name="lock" />
				{texts.locked}
			</p>
			<p class="words" data-testid="locked-with">
				{lock.passphrase.value}
			</p>
			<p class="hint">{texts.tell}</p>
			{canUndo && (
				<div class="row">
					<button
						type="button"
						class="inline"
						data-testid="lock-off"
						onClick={() => lock.set(null)}
					>
						{texts.off}
					</button>
				</div>
			)}
		</div>
	);
}

function LockForm({ texts, lock }: { texts: CodeTexts["lock"]; lock: Lock }) {
	const isLong = lock.draft.value.trim().length >= minChars;
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (isLong) lock.set(lock.draft.value);
			}}
		>
			<p class="hint">{texts.why}</p>
			<div class="field">
				<label for="lock-words">{texts.words}</label>
				<input
					id="lock-words"
					data-testid="lock-words"
					value={lock.draft.value}
					autocomplete="off"
					autocapitalize="off"
					spellcheck={false}
					maxLength={200}
					onInput={({ currentTarget }) => {
						lock.draft.value = currentTarget.value;
					}}
				/>
			</div>
			<div class="row">
				<button
					type="submit"
					class="primary"
					data-testid="lock-set"
					disabled={!isLong}
				>
					<Icon name="lock" />
					{texts.set}
				</button>
				<button
					type="button"
					class="secondary"
					data-testid="lock-others"
					onClick={lock.offer}
				>
					{texts.others}
				</button>
			</div>
			<p class="hint">{texts.bits}</p>
		</form>
	);
}

export function LockMine({
	app,
	t,
	meeting,
	texts: { lock: texts },
}: Pick<MeetingView, "app" | "t" | "meeting"> & { texts: CodeTexts }) {
	const { lock, sent, isRawOnly } = meeting.connect.mine;
	if (isRawOnly.value) return null;
	const hasLeft = sent.value !== null;
	if (lock.passphrase.value !== null)
		return <Locked texts={texts} lock={lock} canUndo={!hasLeft} />;
	return (
		<details
			class="lock"
			data-testid="lock"
			onToggle={({ currentTarget }) => {
				if (currentTarget.open && lock.draft.value === "") void lock.offer();
			}}
		>
			<summary>{texts.title}</summary>
			{!lock.canLock ? (
				<p class="hint">{texts.impossible}</p>
			) : hasLeft ? (
				<>
					<p class="hint">{texts.left}</p>
					<button type="button" class="inline" onClick={app.renew}>
						{t.connect.renew}
					</button>
				</>
			) : (
				<LockForm texts={texts} lock={lock} />
			)}
		</details>
	);
}

function Question({
	texts,
	unlocking,
}: {
	texts: CodeTexts["unlock"];
	unlocking: Unlocking;
}) {
	const isTrying = unlocking.state.value === "trying";
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				const words = new FormData(event.currentTarget).get("words");
				if (typeof words === "string" && words.trim() !== "")
					void unlocking.attempt(words);
			}}
		>
			<div class="field">
				<label for="unlock-words">{texts.words}</label>
				<input
					id="unlock-words"
					name="words"
					data-testid="unlock-words"
					autocomplete="off"
					autocapitalize="off"
					spellcheck={false}
					maxLength={200}
					readOnly={isTrying}
				/>
			</div>
			<div class="row">
				<button
					type="submit"
					class="primary"
					data-testid="unlock-open"
					disabled={isTrying}
				>
					{texts.open}
				</button>
				<button
					type="button"
					class="quiet"
					data-testid="unlock-give-up"
					onClick={unlocking.giveUp}
				>
					{texts.giveUp}
				</button>
			</div>
		</form>
	);
}

export function Unlock({
	texts: { unlock: texts },
	unlocking,
	isPage = false,
}: {
	texts: CodeTexts;
	unlocking: Unlocking;
	isPage?: boolean;
}) {
	const Heading = isPage ? "h1" : "h3";
	const state = unlocking.state.value;
	if (state === "idle") return null;
	// Nobody is asked yet, so nothing makes room for a question.
	const isOver = !isPage && state === "trying" && !unlocking.isAsked.value;
	return (
		<section
			class={isOver ? "unlock is-over" : "unlock"}
			data-testid="unlock"
			data-state={state}
		>
			<Heading>
				<Icon name="lock" />
				{texts.title}
			</Heading>
			<p
				class={state === "wrong" ? "trouble" : "hint"}
				role={state === "wrong" ? "alert" : "status"}
			>
				{state === "asking" ? texts.lead : texts.state[state]}
			</p>
			{state === "givenUp" ? (
				<button
					type="button"
					class="secondary"
					data-testid="unlock-again"
					onClick={unlocking.again}
				>
					{texts.again}
				</button>
			) : (
				state !== "impossible" &&
				!isOver && <Question texts={texts} unlocking={unlocking} />
			)}
		</section>
	);
}
