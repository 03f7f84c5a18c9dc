// Takes anything that is pasted: a code, a link, a whole message, a picture.

import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";

/** On a phone, pressing this is what coming back from the messenger is for. */
function PasteButton({ app, t, meeting }: MeetingView) {
	const { run, isRefused } = meeting.connect.paste;
	if (!run) return null;
	const isMain =
		app.guide.way.value === "message" &&
		meeting.connect.step.value === "waitForReply";
	return (
		<div class="paste-now">
			<button
				type="button"
				class={isMain ? "primary" : "secondary"}
				data-testid="paste"
				onClick={run}
			>
				<Icon name="paste" />
				{t.guide.paste}
			</button>
			{isRefused.value && (
				<p class="trouble" role="alert" data-testid="paste-refused">
					{t.guide.pasteRefused}
				</p>
			)}
		</div>
	);
}

export function PasteBox(props: MeetingView) {
	return (
		<>
			<PasteButton {...props} />
			<Box {...props} />
		</>
	);
}

function Box({ t, meeting }: MeetingView) {
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
