// The row of buttons: everything that is pressed in the middle of a sentence.

import { keyOf } from "../app/call-keys.ts";
import { HoldToggle } from "./call-hold.tsx";
import { MoreButton } from "./call-more.tsx";
import { ScreenToggle } from "./call-screen.tsx";
import { Icon } from "./parts/icon.tsx";
import { MediaToggle } from "./parts/media-choice.tsx";
import type { CallView } from "./view.ts";

function ChatToggle({ t, words, stage, meeting }: CallView) {
	const { call } = meeting;
	const isOpen = call.isChatOpen.value;
	const unread = call.unread.value;
	const name = isOpen ? t.call.closeChat : t.call.openChat;
	return (
		<button
			type="button"
			class="toggle"
			data-testid="toggle-chat"
			aria-pressed={isOpen}
			aria-label={name}
			title={stage.hasShortcuts.value ? words.withKey(name, keyOf.chat) : name}
			onClick={call.toggleChat}
		>
			<Icon name="chat" />
			<span class="toggle-name">{t.call.chat}</span>
			{unread > 0 && (
				<span class="unread" data-testid="unread">
					<span aria-hidden="true">{unread}</span>
					<span class="unseen">{t.call.unread(unread)}</span>
				</span>
			)}
		</button>
	);
}

export function Controls(props: CallView) {
	const { app, t, meeting } = props;
	const { session } = meeting;
	return (
		<div class="controls" role="toolbar" aria-label={t.call.controls}>
			<MediaToggle t={t} kind="microphone" source={app.microphone} />
			<MediaToggle t={t} kind="camera" source={app.camera} />
			<ScreenToggle {...props} />
			<ChatToggle {...props} />
			<HoldToggle {...props} />
			<MoreButton {...props} />
			<button
				type="button"
				class="toggle danger"
				data-testid="hang-up"
				aria-label={t.call.hangUp}
				title={t.call.hangUp}
				onClick={session.hangUp}
			>
				<Icon name="hangUp" />
				<span class="toggle-name">{t.call.hangUp}</span>
			</button>
		</div>
	);
}
