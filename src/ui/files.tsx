// The files of the call: the list, the ways to add to it, and what a screen reader is told about it.

import "./files.css";
import type { FileEntry as Entry, Files as FilesOf } from "../app/files.ts";
import type { FileTexts } from "../i18n/en-files.ts";
import { FileEntry } from "./file-entry.tsx";
import { useDrops } from "./parts/drops.ts";
import { Icon } from "./parts/icon.tsx";
import { filesOfInput } from "./parts/picked-files.ts";

export type FilesView = { readonly t: FileTexts; readonly files: FilesOf };

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

function Batch(
	props: FilesView & {
		readonly entries: readonly Entry[];
		readonly order: number;
	},
) {
	const { t, files, entries } = props;
	const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
	const asking = entries.filter(
		({ state, from }) => state === "asking" && from === "them",
	);
	const saveable = entries.filter(({ href, isSaved }) => href && !isSaved);
	const folder = entries.every(
		({ folders }) => folders[0] === entries[0]?.folders[0],
	)
		? entries[0]?.folders[0]
		: undefined;
	return (
		<li
			class="file-batch"
			style={{ order: props.order }}
			data-from={entries[0]?.from}
		>
			<div class="file-batch-head">
				<Icon name="folder" />
				<span>
					{folder !== undefined && <bdi class="file-stem">{folder} </bdi>}
					{t.count(entries.length, bytes)}
				</span>
				{asking.length > 1 && (
					<>
						<button
							type="button"
							class="primary small"
							data-testid="file-accept-all"
							onClick={() => {
								for (const { key } of asking) files.accept(key);
							}}
						>
							{t.acceptAll}
						</button>
						<button
							type="button"
							class="quiet small"
							data-testid="file-decline-all"
							onClick={() => {
								for (const { key } of asking) files.decline(key);
							}}
						>
							{t.declineAll}
						</button>
					</>
				)}
				{saveable.length > 1 && (
					<button
						type="button"
						class="secondary small"
						data-testid="file-save-all"
						onClick={() => files.saveAll(saveable.map(({ key }) => key))}
					>
						{t.saveAll}
					</button>
				)}
			</div>
			<ol>
				{entries.slice(0, mostShown).map((entry) => (
					<FileEntry
						key={entry.key}
						t={t}
						files={files}
						entry={entry}
						order={0}
					/>
				))}
			</ol>
			{entries.length > mostShown && (
				<p class="hint">{t.more(entries.length - mostShown)}</p>
			)}
		</li>
	);
}

function batchesOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
	const batches = new Map<string, Entry[]>();
	for (const entry of entries) {
		const batch = batches.get(entry.batch);
		if (batch) batch.push(entry);
		else batches.set(entry.batch, [entry]);
	}
	return [...batches.values()];
}

function Entries(
	props: FilesView & {
		readonly entries: readonly Entry[];
		/** The moment that counts as the first. */
		readonly from: number;
	},
) {
	const { t, files, entries, from } = props;
	return (
		<ol class="file-list" data-testid="file-list" aria-label={t.list}>
			{batchesOf(entries).map((batch) => {
				const [first] = batch;
				if (!first) return null;
				const order = first.at - from;
				return batch.length === 1 ? (
					<FileEntry
						key={first.key}
						t={t}
						files={files}
						entry={first}
						order={order}
					/>
				) : (
					<Batch key={first.batch} {...props} entries={batch} order={order} />
				);
			})}
		</ol>
	);
}

/** After the call: what has arrived, to be saved. */
export function LeftFiles(props: FilesView) {
	const entries = props.files.entries.value.filter(({ href }) => href !== null);
	return (
		<section class="card left-files" aria-label={props.t.list}>
			<Entries {...props} entries={entries} from={entries[0]?.at ?? 0} />
		</section>
	);
}

export function FileList(props: FilesView & { readonly from: number }) {
	const { t, files } = props;
	const veil = useDrops(files);
	const entries = files.entries.value;
	const news = files.news.value;
	const isAsking = entries.some(
		({ state, from }) => state === "asking" && from === "them",
	);
	return (
		<div class="files">
			<Entries {...props} entries={entries} />
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
			{files.isAlways.value && <p class="hint">{t.isAlways}</p>}
			{files.room.value?.is === "memory" &&
				entries.some(({ from }) => from === "them") && (
					<p class="hint">{t.inMemory}</p>
				)}
			<p class="unseen" role="status" data-testid="file-news">
				{news && t.news[news.is](news.name)}
			</p>
			<div ref={veil} class="drop-veil" aria-hidden="true">
				{t.drop}
			</div>
		</div>
	);
}
