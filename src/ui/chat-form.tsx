// Where people write. What is too long for a message stays in the box, and can go as a file.

import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import type { LateView } from "./view.ts";

/** On glass keyboards the key for a new line is the only one there is; sending has a button. */
const hasKeys = (view: Window | null) =>
	view?.matchMedia("(hover: none) and (pointer: coarse)").matches !== true;

const boxOf = (form: HTMLFormElement | null): HTMLTextAreaElement | null => {
	const box = form?.elements.namedItem("text");
	return box instanceof HTMLTextAreaElement ? box : null;
};

export function ChatForm({ t, meeting, late }: MeetingView & LateView) {
	const { call } = meeting;
	const files = call.files.value;
	const Late = late.value;
	return (
		<form
			class="chat-form"
			onSubmit={(event) => {
				event.preventDefault();
				const box = boxOf(event.currentTarget);
				if (box && call.say(box.value)) box.value = "";
			}}
		>
			{call.isTooLong.value && (
				<p class="chat-too-long" role="alert" data-testid="chat-too-long">
					{t.chat.tooLong}
					{files && (
						<button
							type="button"
							class="secondary small"
							data-testid="chat-as-file"
							onClick={(event) => {
								const box = boxOf(event.currentTarget.form);
								if (!box) return;
								call.giveText(box.value);
								box.value = "";
							}}
						>
							{t.chat.asFile}
						</button>
					)}
				</p>
			)}
			<div class="chat-row">
				{files && Late && <Late.FileButton t={Late.texts} files={files} />}
				<textarea
					name="text"
					rows={1}
					dir="auto"
					data-testid="chat-input"
					aria-label={t.chat.placeholder}
					placeholder={t.chat.placeholder}
					onInput={call.typing.press}
					onKeyDown={(event) => {
						if (event.key !== "Enter" || event.shiftKey || event.isComposing)
							return;
						if (!hasKeys(event.view)) return;
						event.preventDefault();
						event.currentTarget.form?.requestSubmit();
					}}
				/>
				<button
					type="submit"
					class="primary round"
					data-testid="chat-send"
					aria-label={t.chat.send}
					title={t.chat.send}
				>
					<Icon name="send" />
				</button>
			</div>
		</form>
	);
}
