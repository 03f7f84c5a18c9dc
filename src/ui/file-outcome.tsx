// What came of a file: where to save it, what to do about half of one, and its sum.

import type { FileEntryView } from "./file-entry.tsx";
import { Icon } from "./parts/icon.tsx";

/** They ask for it, and only the person here knows where it is. */
function Asked({ t, files, entry: { key } }: FileEntryView) {
	return (
		<div class="file-question">
			<label class="secondary small file-button">
				{t.chooseAgain}
				<input
					type="file"
					class="unseen"
					data-testid="file-choose"
					onChange={({ currentTarget }) => {
						const [file] = currentTarget.files ?? [];
						if (file) files.giveAgain(key, file);
						currentTarget.value = "";
					}}
				/>
			</label>
			<button
				type="button"
				class="quiet small"
				data-testid="file-drop-asked"
				onClick={() => files.dropAsked(key)}
			>
				{t.dropAsked}
			</button>
		</div>
	);
}

export function Outcome(props: FileEntryView) {
	const { t, files, entry } = props;
	const { key, state, href, from } = entry;
	if (state === "asked") return <Asked {...props} />;
	const canGoOn = state === "failed" && from === "them" && entry.keptBytes > 0;
	if (state === "kept" || canGoOn)
		return (
			<div class="file-question">
				<button
					type="button"
					class="secondary small"
					data-testid="file-ask"
					disabled={entry.isAskedFor}
					onClick={() => files.askAgain(key)}
				>
					{t.askAgain}
				</button>
				<button
					type="button"
					class="quiet small"
					data-testid="file-forget"
					onClick={() => files.forget(key)}
				>
					{t.forget}
				</button>
			</div>
		);
	if (state === "failed")
		return from === "me" && !entry.isEndedByMe ? (
			<div class="file-question">
				<button
					type="button"
					class="secondary small"
					data-testid="file-again"
					onClick={() => files.sendAgain(key)}
				>
					{t.sendAgain}
				</button>
			</div>
		) : null;
	return (
		<>
			{href && (
				<a
					class="file-save"
					href={href}
					download={entry.name}
					data-testid="download"
					onClick={() => files.markSaved(key)}
				>
					<Icon name={entry.isSaved ? "check" : "download"} />
					{entry.isSaved ? t.saved : t.save}
				</a>
			)}
			{entry.isSaved && !href && (
				<span class="file-save" data-testid="saved">
					<Icon name="check" />
					{t.saved}
				</span>
			)}
			{from === "them" && state === "done" && !props.isPart && (
				<button
					type="button"
					class="quiet small"
					data-testid="file-forget"
					onClick={() => files.forget(key)}
				>
					{t.forget}
				</button>
			)}
		</>
	);
}

export function Sum({ t, files, entry }: FileEntryView) {
	const { mySum, theirSum } = entry;
	const isSame = mySum !== null && mySum === theirSum;
	const isOther = mySum !== null && theirSum !== null && !isSame;
	return (
		<details
			class="file-sum"
			data-is-same={isSame}
			onToggle={() => files.sum(entry.key)}
		>
			<summary>{isSame ? t.sumSame : isOther ? t.sumDiffers : t.sum}</summary>
			{mySum === null && entry.isSumming && <p>{t.summing}</p>}
			{mySum !== null && (
				<p>
					{!isSame && <span>{t.mySum} </span>}
					<code data-testid="file-sum">{mySum}</code>
				</p>
			)}
			{isOther && (
				<p>
					<span>{t.theirSum} </span>
					<code>{theirSum}</code>
				</p>
			)}
		</details>
	);
}
