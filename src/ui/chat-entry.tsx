// One message. Text stays text; only web addresses become links.

import type { ChatEntry as Entry } from "../app/call.ts";
import type { Texts } from "../i18n/en.ts";
import { Icon } from "./parts/icon.tsx";

type Props = {
	readonly t: Texts;
	readonly entry: Entry;
	/** What was copied last, anywhere. */
	readonly copied: string | null;
	readonly copy: (text: string) => void;
};

function Copy({
	t,
	text,
	copied,
	copy,
}: Omit<Props, "entry"> & { text: string }) {
	const label = copied === text ? t.chat.copied : t.chat.copy;
	return (
		<button
			type="button"
			class="entry-copy"
			data-testid="chat-copy"
			aria-label={label}
			title={label}
			onClick={() => copy(text)}
		>
			<Icon name={copied === text ? "check" : "copy"} />
		</button>
	);
}

export function ChatEntry(props: Props) {
	const { t, entry } = props;
	const isMine = entry.from === "me";
	return (
		<li
			class="entry"
			data-from={entry.from}
			data-is-delivered={entry.isDelivered}
		>
			<span class="unseen">{isMine ? t.chat.me : t.chat.them}</span>
			<p class="entry-text" dir="auto">
				{entry.parts.map((part, index) => {
					if (part.is === "link")
						return (
							<a
								key={index}
								href={part.href}
								target="_blank"
								rel="noopener noreferrer nofollow"
							>
								{part.text}
							</a>
						);
					if (part.is === "text") return part.text;
					return (
						<span key={index} class="entry-code" dir="ltr">
							<code>{part.text}</code>
							<Copy {...props} text={part.text} />
						</span>
					);
				})}
			</p>
			<Copy {...props} text={entry.text} />
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
