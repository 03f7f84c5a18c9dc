// The conversation. Text stays text; only web addresses become links.

import { useEffect, useRef } from "preact/hooks";
import type { ChatEntry } from "../app/call.ts";
import type { Texts } from "../i18n/en.ts";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import type { LateView } from "./view.ts";

function Entry({ t, entry }: { t: Texts; entry: ChatEntry }) {
	const isMine = entry.from === "me";
	return (
		<li
			class="entry"
			data-from={entry.from}
			data-is-delivered={entry.isDelivered}
		>
			<span class="unseen">{isMine ? t.chat.me : t.chat.them}</span>
			<p class="entry-text" dir="auto">
				{entry.parts.map((part, index) =>
					part.is === "link" ? (
						<a
							key={index}
							href={part.href}
							target="_blank"
							rel="noopener noreferrer nofollow"
						>
							{part.text}
						</a>
					) : (
						part.text
					),
				)}
			</p>
			{isMine && (
				<span
					class="mark"
					role="img"
					aria-label={entry.isDelivered ? t.chat.delivered : t.chat.sending}
					title={entry.isDelivered ? t.chat.delivered : t.chat.sending}
				>
					{entry.isDelivered && <Icon name="check" />}
				</span>
			)}
		</li>
	);
}

export function Chat({ t, meeting, late }: MeetingView & LateView) {
	const { chat } = meeting.call;
	const files = meeting.call.files.value;
	const Late = late.value;
	const log = useRef<HTMLOListElement>(null);
	const entries = chat.entries.value;
	useEffect(() => {
		log.current?.scrollTo({ top: log.current.scrollHeight });
	}, [entries.length]);
	return (
		<section class="chat" aria-label={t.chat.title}>
			<ol ref={log} class="chat-log" data-testid="chat-log" aria-live="polite">
				{entries.map((entry) => (
					<Entry key={entry.key} t={t} entry={entry} />
				))}
			</ol>
			{entries.length === 0 && <p class="chat-empty">{t.chat.empty}</p>}
			{files && Late && <Late.FileList t={t} files={files} />}
			<form
				class="chat-form"
				onSubmit={(event) => {
					event.preventDefault();
					const box = event.currentTarget.elements.namedItem("text");
					if (box instanceof HTMLTextAreaElement && chat.say(box.value))
						box.value = "";
				}}
			>
				{files && Late && <Late.FileButton t={t} files={files} />}
				<textarea
					name="text"
					rows={1}
					dir="auto"
					data-testid="chat-input"
					aria-label={t.chat.placeholder}
					placeholder={t.chat.placeholder}
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
