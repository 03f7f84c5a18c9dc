// One file on its way: what it is, how far it is, and what can be done about it.

import "./file-entry.css";
import { isRunning, isTooLarge } from "../app/file-entry.ts";
import type { FileEntry as Entry, Files } from "../app/files.ts";
import type { FileTexts } from "../i18n/en-files.ts";
import { Outcome, Sum } from "./file-outcome.tsx";
import { Icon, type IconName } from "./parts/icon.tsx";

export type FileEntryView = {
	readonly t: FileTexts;
	readonly files: Files;
	readonly entry: Entry;
	/** One of several, for all of which something can be done at once. */
	readonly isPart?: boolean;
};

function State({ t, files, entry }: FileEntryView) {
	const { state, from, problem } = entry;
	const words = from === "me" ? t.sending : t.coming;
	const isHalf = isRunning(state) || state === "kept";
	const said = [words[state]];
	if (problem)
		said.push(t.problem[problem][entry.isEndedByMe ? "byMe" : "byThem"]);
	if (entry.isAskedFor) said.push(t.askedFor);
	if (entry.isOther) said.push(t.otherFile);
	// Where nothing of it is there yet, others may be before it.
	const facts =
		isHalf && entry.doneBytes > 0
			? t.progress(entry.percent, entry.doneBytes, entry.bytes)
			: [t.size(entry.bytes)];
	const rate = entry.bytesPerSecond ?? 0;
	if (rate > 0) facts.push(t.rate(rate));
	if (rate > 0 && entry.leftMs !== null) facts.push(t.left(entry.leftMs));
	const parts = isRunning(state) ? [...said, ...facts] : [...facts, ...said];
	const isLast = (index: number) => index === parts.length - 1;
	const room = files.room.value;
	return (
		<>
			<p class="file-state">
				{parts.flatMap((part, index) => [
					<span key={part} class={facts.includes(part) ? "file-fact" : ""}>
						{part}
						{!isLast(index) && " ·"}
					</span>,
					// Here the line may break.
					" ",
				])}
			</p>
			{room && isTooLarge(entry, room) && (
				<p class="file-warning">
					{room.is === "memory"
						? t.tooLargeForMemory(room.bytes)
						: t.noRoom(room.bytes, files.canPick)}
				</p>
			)}
		</>
	);
}

export function Act(props: {
	readonly icon: IconName;
	readonly label: string;
	readonly testId: string;
	readonly onPress: () => void;
}) {
	return (
		<button
			type="button"
			class="file-act"
			data-testid={props.testId}
			aria-label={props.label}
			title={props.label}
			onClick={props.onPress}
		>
			<Icon name={props.icon} />
		</button>
	);
}

function Running({ t, files, entry }: FileEntryView) {
	const { key, state } = entry;
	const isPaused = state === "pausedByMe";
	return (
		<>
			{isRunning(state) && (
				<Act
					icon={isPaused ? "play" : "pause"}
					label={isPaused ? t.goOn : t.pause}
					testId="file-pause"
					onPress={() => files.pause(key, !isPaused)}
				/>
			)}
			<Act
				icon="close"
				label={t.cancel}
				testId="file-cancel"
				onPress={() => files.cancel(key)}
			/>
		</>
	);
}

// A smaller one is there again before anybody has read about it.
const worthResuming = 50_000_000;

/** Yes or no, before the first byte. */
function Question({ t, files, entry, isPart }: FileEntryView) {
	const { key, bytes } = entry;
	const isTooMuch = isTooLarge(entry, files.room.value);
	const mustPick = isTooMuch && files.canPick;
	return (
		<div class="file-question">
			{files.canPick && !mustPick && bytes >= worthResuming && (
				<p class="hint" data-testid="file-place-hint">
					{t.acceptToHint}
				</p>
			)}
			{!mustPick && (
				<button
					type="button"
					class="primary small"
					data-testid="file-accept"
					disabled={isTooMuch}
					onClick={() => files.accept(key)}
				>
					{t.accept}
				</button>
			)}
			{files.canPick && (mustPick || !isPart) && (
				<button
					type="button"
					class={mustPick ? "primary small" : "secondary small"}
					data-testid="file-accept-to"
					onClick={() => void files.acceptTo(key)}
				>
					{t.acceptTo}
				</button>
			)}
			<button
				type="button"
				class="quiet small"
				data-testid="file-decline"
				onClick={() => files.decline(key)}
			>
				{t.decline}
			</button>
		</div>
	);
}

export function FileEntry(props: FileEntryView) {
	const { t, entry } = props;
	const { state, from, percent } = entry;
	const isAsked = state === "asking" && from === "them";
	// The outermost one stands above all of them.
	const inner = props.isPart ? entry.folders.slice(1) : entry.folders;
	return (
		<li
			class="file"
			aria-live="off"
			data-testid="file"
			data-is-mine={from === "me"}
			data-state={state}
			data-progress={percent}
			data-problem={entry.problem}
		>
			{entry.thumbnail ? (
				<img class="file-picture" src={entry.thumbnail} alt={t.thumbnail} />
			) : (
				<span class="file-picture">
					<Icon name="file" />
				</span>
			)}
			<div class="file-about">
				<p class="file-name" title={[...entry.folders, entry.name].join("/")}>
					{inner.length > 0 && (
						<bdi class="file-folders">{`${inner.join("/")}/`}</bdi>
					)}
					<bdi class="file-stem">{entry.stem}</bdi>
					<bdi class="file-ending">{entry.ending}</bdi>
				</p>
				<State {...props} />
				{isRunning(state) && (
					<progress
						class="file-progress"
						max={100}
						value={percent}
						aria-label={entry.name}
					>
						{percent}
					</progress>
				)}
				{isAsked && <Question {...props} />}
				{state === "done" && entry.problem === null && <Sum {...props} />}
			</div>
			<div class="file-acts">
				{(isRunning(state) || (state === "asking" && from === "me")) && (
					<Running {...props} />
				)}
				<Outcome {...props} />
			</div>
		</li>
	);
}
