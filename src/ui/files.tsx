// The files of the call: the list, the ways to add to it, and what a screen reader is told about it.

import "./files.css";
import type { FileEntry as Entry, Files as FilesOf } from "../app/files.ts";
import { batchesOf } from "../app/timeline.ts";
import type { FileTexts } from "../i18n/en-files.ts";
import { Several } from "./file-batch.tsx";
import { FileEntry } from "./file-entry.tsx";
import { SharedFiles } from "./file-shared.tsx";
import { useDrops } from "./parts/drops.ts";
import { Icon } from "./parts/icon.tsx";
import { filesOfInput } from "./parts/picked-files.ts";

export type FilesView = { readonly t: FileTexts; readonly files: FilesOf };

export type BatchView = FilesView & { readonly entries: readonly Entry[] };

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

/** What was given at once, as one entry. */
export function FileBatch(props: BatchView) {
	const { t, files, entries } = props;
	const [only] = entries;
	if (entries.length > 1 || !only) return <Several {...props} />;
	return <FileEntry t={t} files={files} entry={only} />;
}

function SaveStuck({ t, files }: FilesView) {
	if (!files.isSaveStuck.value) return null;
	return (
		<p class="trouble" role="status" data-testid="save-stuck">
			{t.saveStuck}
		</p>
	);
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
			<SaveStuck t={t} files={files} />
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
			<SaveStuck t={t} files={files} />
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
