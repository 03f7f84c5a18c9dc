// The files of the call: the list, the ways to add to it, and what a screen reader is told about it.

import "./files.css";
import { batchOf } from "../app/file-batch.ts";
import type { FileEntry as Entry, Files as FilesOf } from "../app/files.ts";
import { batchesOf } from "../app/timeline.ts";
import type { FileTexts } from "../i18n/en-files.ts";
import { Act, FileEntry } from "./file-entry.tsx";
import { SharedFiles } from "./file-shared.tsx";
import { useDrops } from "./parts/drops.ts";
import { Icon } from "./parts/icon.tsx";
import { filesOfInput } from "./parts/picked-files.ts";

export type FilesView = { readonly t: FileTexts; readonly files: FilesOf };

type BatchView = FilesView & { readonly entries: readonly Entry[] };

// A folder of thousands is one thing; nobody reads its every line.
const mostShown = 60;

/** A button at the place where people write. */
export function FileButton({ t, files }: FilesView) {
	if (!files.canGive.value) return null;
	const choose = (input: HTMLInputElement) => {
		files.give(filesOfInput(input.files));
		// The same file can be chosen once more.
		input.value = "";
	};
	return (
		<>
			<label class="file-button quiet round" title={t.attach}>
				<Icon name="clip" />
				<span class="unseen">{t.attach}</span>
				<input
					type="file"
					multiple
					class="unseen"
					data-testid="file-input"
					onChange={(event) => choose(event.currentTarget)}
				/>
			</label>
			<label
				class="file-button quiet round folder-button"
				title={t.attachFolder}
			>
				<Icon name="folder" />
				<span class="unseen">{t.attachFolder}</span>
				<input
					type="file"
					multiple
					ref={(input) => {
						if (input) input.webkitdirectory = true;
					}}
					class="unseen"
					data-testid="folder-input"
					onChange={(event) => choose(event.currentTarget)}
				/>
			</label>
		</>
	);
}

function Several(props: BatchView) {
	const { t, files, entries } = props;
	const batch = batchOf(entries);
	const { asking, running, open, saveable } = batch;
	const each = (keys: readonly string[], act: (key: string) => void) => () => {
		for (const key of keys) act(key);
	};
	const progress = t.batchProgress(
		batch.doneCount,
		entries.length,
		batch.percent,
	);
	return (
		<li class="file-batch" aria-live="off" data-testid="file-batch">
			<div class="file-batch-head">
				<Icon name="folder" />
				<span>
					{batch.folder !== null && (
						<bdi class="file-stem">{batch.folder} </bdi>
					)}
					{t.count(entries.length, batch.bytes)}
				</span>
				{progress !== "" && <span class="file-batch-state">{progress}</span>}
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
				{saveable.length > 1 && (
					<button
						type="button"
						class="secondary small"
						data-testid="file-save-all"
						onClick={() => files.saveAll(saveable)}
					>
						{t.saveAll}
					</button>
				)}
			</div>
			<ol>
				{entries.slice(0, mostShown).map((entry) => (
					<FileEntry key={entry.key} t={t} files={files} entry={entry} />
				))}
			</ol>
			{entries.length > mostShown && (
				<p class="hint">{t.more(entries.length - mostShown)}</p>
			)}
		</li>
	);
}

/** What was given at once, as one entry. */
export function FileBatch(props: BatchView) {
	const { t, files, entries } = props;
	const [only] = entries;
	if (entries.length > 1 || !only) return <Several {...props} />;
	return <FileEntry t={t} files={files} entry={only} />;
}

/** After the call: what has arrived, to be saved. */
export function LeftFiles({ t, files }: FilesView) {
	const entries = files.entries.value.filter(({ href }) => href !== null);
	return (
		<section class="card left-files" aria-label={t.list}>
			<ol data-testid="file-list">
				{batchesOf(entries).map((batch) => (
					<FileBatch
						key={batch.key}
						t={t}
						files={files}
						entries={batch.entries}
					/>
				))}
			</ol>
		</section>
	);
}

/** What holds for all of them, the news of them, and the place to drop more. */
export function FileNotes({ t, files }: FilesView) {
	const veil = useDrops(files);
	const entries = files.entries.value;
	const news = files.news.value;
	const room = files.room.value;
	const isAsking = entries.some(
		({ state, from }) => state === "asking" && from === "them",
	);
	return (
		<div class="files">
			<SharedFiles t={t} files={files} />
			{isAsking && !files.isAlways.value && (
				<button
					type="button"
					class="inline"
					data-testid="file-always"
					onClick={files.acceptAlways}
				>
					{t.acceptAlways}
				</button>
			)}
			{files.isAlways.value && (
				<p class="hint">
					{t.isAlways}{" "}
					<button
						type="button"
						class="inline"
						data-testid="file-ask-each"
						onClick={files.askEachTime}
					>
						{t.askEachTime}
					</button>
				</p>
			)}
			{room?.is === "memory" && entries.some(({ from }) => from === "them") && (
				<p class="hint" data-testid="file-in-memory">
					{t.inMemory(room.bytes)}
				</p>
			)}
			<p class="unseen" role="status" data-testid="file-news">
				{news && t.news[news.is](news.name, news.count)}
				{news && news.failedCount > 0 && ` ${t.alsoFailed(news.failedCount)}`}
			</p>
			<div ref={veil} class="drop-veil" aria-hidden="true">
				{t.drop}
			</div>
		</div>
	);
}
