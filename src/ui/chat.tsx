// The conversation. Text stays text; only web addresses become links.

import "./chat.css";
import { useEffect, useRef } from "preact/hooks";
import { ChatEntry } from "./chat-entry.tsx";
import { ChatForm } from "./chat-form.tsx";
import type { MeetingView } from "./connect.tsx";
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

// Half a message from the end is at the end.
const nearPixels = 48;

export function Chat(props: MeetingView & LateView) {
	const { t, meeting, late } = props;
	const { call } = meeting;
	const { chat, typing } = call;
	const files = call.files.value;
	const Late = late.value;
	const body = useRef<HTMLDivElement>(null);
	const hasMessages = chat.entries.value.length > 0;
	const items = call.timeline.value;
	// Whoever reads what was said before is not taken away from it.
	const isAtEnd = useRef(true);
	const lastTop = useRef(0);
	const last = items.at(-1);
	const isMine =
		(last?.is === "message" ? last.entry : last?.entries[0])?.from === "me";
	useEffect(() => {
		if (isMine) isAtEnd.current = true;
	}, [items.length]);
	useEffect(() => {
		if (isAtEnd.current)
			body.current?.scrollTo({ top: body.current.scrollHeight });
	}, [items]);
	return (
		<section class="chat" aria-label={t.chat.title}>
			{hasMessages && <More {...props} />}
			<div
				ref={body}
				class="chat-body"
				data-testid="file-list"
				onScroll={({ currentTarget: seen }) => {
					const { scrollHeight, scrollTop, clientHeight } = seen;
					const isNear = scrollHeight - scrollTop - clientHeight < nearPixels;
					// What comes in below moves nothing; only a person goes up.
					if (isNear || scrollTop < lastTop.current) isAtEnd.current = isNear;
					lastTop.current = scrollTop;
				}}
			>
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
				{items.length === 0 && (
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
			<ChatForm {...props} />
		</section>
	);
}
