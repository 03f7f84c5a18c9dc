// Files that were given at once, as a folder's are: how they stand together, and what can be done about all of them.

import "./file-batch.css";
import { batchOf } from "../app/file-batch.ts";
import { Act, FileEntry } from "./file-entry.tsx";
import type { BatchView } from "./files.tsx";
import { Icon } from "./parts/icon.tsx";

// A folder of thousands is one thing; nobody reads its every line.
const mostShown = 60;

/** Stays in sight while the files of it go by below. */
function Head({ t, files, entries }: BatchView) {
	const batch = batchOf(entries);
	const { asking, running, open, saveable, forgettable, folder } = batch;
	const each = (keys: readonly string[], act: (key: string) => void) => () => {
		for (const key of keys) act(key);
	};
	const count = t.count(entries.length, batch.bytes);
	const progress = t.batchProgress(
		batch.doneCount,
		entries.length,
		batch.percent,
	);
	return (
		<div class="file-batch-head">
			<p class="file-batch-name">
				<Icon name="folder" />
				{folder !== null && <bdi class="file-stem">{folder}</bdi>}
				<span class={folder === null ? "" : "file-batch-state"}>{count}</span>
			</p>
			{progress !== "" && <p class="file-batch-state">{progress}</p>}
			<div class="file-batch-acts">
				{asking.length > 1 && (
					<>
						<button
							type="button"
							class="primary small"
							data-testid="file-accept-all"
							onClick={each(asking, files.accept)}
						>
							{t.acceptAll}
						</button>
						<button
							type="button"
							class="quiet small"
							data-testid="file-decline-all"
							onClick={each(asking, files.decline)}
						>
							{t.declineAll}
						</button>
					</>
				)}
				{saveable.length > 1 && running.length === 0 && (
					<button
						type="button"
						class="secondary small"
						data-testid="file-save-all"
						onClick={() => files.saveAll(saveable)}
					>
						{t.saveAll}
					</button>
				)}
				{forgettable.length > 1 && running.length === 0 && (
					<button
						type="button"
						class="quiet small"
						data-testid="file-forget-all"
						onClick={each(forgettable, files.forget)}
					>
						{t.forgetAll}
					</button>
				)}
				{running.length > 1 && (
					<Act
						icon={batch.isPaused ? "play" : "pause"}
						label={batch.isPaused ? t.goOnAll : t.pauseAll}
						testId="file-pause-all"
						onPress={each(running, (key) => files.pause(key, !batch.isPaused))}
					/>
				)}
				{open.length > 1 && (
					<Act
						icon="close"
						label={t.cancelAll}
						testId="file-cancel-all"
						onPress={each(open, files.cancel)}
					/>
				)}
			</div>
			{batch.percent !== null && (
				<progress
					class="file-progress"
					max={100}
					value={batch.percent}
					aria-label={folder ?? count}
				>
					{batch.percent}
				</progress>
			)}
		</div>
	);
}

export function Several(props: BatchView) {
	const { t, files, entries } = props;
	return (
		<li
			class="file-batch"
			aria-live="off"
			data-testid="file-batch"
			data-is-mine={entries[0]?.from === "me"}
		>
			<Head {...props} />
			<ol>
				{entries.slice(0, mostShown).map((entry) => (
					<FileEntry key={entry.key} t={t} files={files} entry={entry} isPart />
				))}
			</ol>
			{entries.length > mostShown && (
				<p class="hint">{t.more(entries.length - mostShown)}</p>
			)}
		</li>
	);
}
