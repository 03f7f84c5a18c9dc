// Files that came from another app, through the share sheet: they go to nobody without a press.

import type { FilesView } from "./files.tsx";

export function SharedFiles({ t, files }: FilesView) {
	const names = files.shared.value.map(({ name }) => name);
	if (names.length === 0 || !files.canGive.value) return null;
	return (
		<aside class="file-shared" data-testid="shared">
			<bdi>{t.shared(names)}</bdi>
			<button
				type="button"
				class="primary small"
				data-testid="send-shared"
				onClick={files.giveShared}
			>
				{t.sendShared}
			</button>
			<button
				type="button"
				class="quiet small"
				data-testid="drop-shared"
				onClick={files.dropShared}
			>
				{t.dropShared}
			</button>
		</aside>
	);
}
