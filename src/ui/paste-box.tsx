// Takes anything that is pasted: a code, a link, a whole message, a picture.

import type { MeetingView } from "./connect.tsx";

export function PasteBox({ t, meeting }: MeetingView) {
	const { theirs } = meeting.connect;
	return (
		<label class="paste">
			<span class="paste-name">{t.connect.paste}</span>
			<textarea
				rows={3}
				data-testid="their-code"
				placeholder={t.connect.pastePlaceholder}
				autocomplete="off"
				autocapitalize="off"
				spellcheck={false}
				onInput={({ currentTarget }) => {
					if (currentTarget.value.trim() === "") theirs.forgetProblem();
					else if (theirs.take(currentTarget.value)) currentTarget.value = "";
				}}
				onPaste={(event) => {
					const [file] = event.clipboardData?.files ?? [];
					if (!file) return;
					event.preventDefault();
					void theirs.takePicture(file);
				}}
			/>
			<span class="hint">{t.connect.pasteHint}</span>
		</label>
	);
}
