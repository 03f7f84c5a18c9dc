// The conversation. Text stays text; only web addresses become links.

import "./chat.css";
import { useEffect, useRef } from "preact/hooks";
import { ChatEntry } from "./chat-entry.tsx";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import { Mark } from "./parts/mark.tsx";
import type { LateView } from "./view.ts";

function More({ t, meeting }: MeetingView) {
	const { call } = meeting;
	return (
		<details class="chat-more">
			<summary>{t.chat.more}</summary>
			<button
				type="button"
				class="inline"
				data-testid="chat-save"
				onClick={() => call.saveChat(t.chat.names)}
			>
				{t.chat.save}
			</button>
			<button
				type="button"
				class="inline"
				data-testid="chat-clear"
				onClick={call.chat.clear}
			>
				{t.chat.clear}
			</button>
		</details>
	);
}

export function Chat(props: MeetingView & LateView) {
	const { t, meeting, late } = props;
	const { call } = meeting;
	const { chat, typing } = call;
	const files = call.files.value;
	const Late = late.value;
	const body = useRef<HTMLDivElement>(null);
	const hasMessages = chat.entries.value.length > 0;
	const items = call.timeline.value;
	const count = chat.entries.value.length + (files?.entries.value.length ?? 0);
	useEffect(() => {
		body.current?.scrollTo({ top: body.current.scrollHeight });
	}, [count]);
	return (
		<section class="chat" aria-label={t.chat.title}>
			{hasMessages && <More {...props} />}
			<div ref={body} class="chat-body" data-testid="file-list">
				{/* Of files, only the news are read out, below: how far they are changes all the time. */}
				<ol
					class="chat-log"
					data-testid="chat-log"
					aria-live="polite"
					aria-relevant="additions"
				>
					{items.map((item) =>
						item.is === "message" ? (
							<ChatEntry
								key={item.entry.key}
								t={t}
								entry={item.entry}
								copied={call.copied.value}
								copy={call.copy}
							/>
						) : (
							files &&
							Late && (
								<Late.FileBatch
									key={item.key}
									t={Late.texts}
									files={files}
									entries={item.entries}
								/>
							)
						),
					)}
				</ol>
				{!hasMessages && (
					<p class="chat-empty">
						<Mark pixels={44} />
						{t.chat.empty}
					</p>
				)}
				{files && Late && <Late.FileNotes t={Late.texts} files={files} />}
			</div>
			<p class="chat-typing" role="status" data-testid="chat-typing">
				{typing.isTheirs.value && t.chat.typing}
			</p>
			<form
				class="chat-form"
				onSubmit={(event) => {
					event.preventDefault();
					const box = event.currentTarget.elements.namedItem("text");
					if (box instanceof HTMLTextAreaElement && chat.say(box.value))
						box.value = "";
				}}
			>
				{files && Late && <Late.FileButton t={Late.texts} files={files} />}
				<textarea
					name="text"
					rows={1}
					dir="auto"
					data-testid="chat-input"
					aria-label={t.chat.placeholder}
					placeholder={t.chat.placeholder}
					onInput={typing.press}
					onKeyDown={(event) => {
						if (event.key !== "Enter" || event.shiftKey || event.isComposing)
							return;
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
			</form>
		</section>
	);
}
