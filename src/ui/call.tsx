// The call: their picture, mine in the corner, the controls, the chat beside it.

import "./call.css";
import { HoldToggle, OnHold } from "./call-hold.tsx";
import { More, MoreButton } from "./call-more.tsx";
import { ScreenToggle, ScreenTrouble, TheirScreen } from "./call-screen.tsx";
import { Chat } from "./chat.tsx";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import { MediaToggle, MediaTrouble, MyPicture } from "./parts/media-choice.tsx";
import { Video } from "./parts/video.tsx";
import { QualityMark, QualitySheet } from "./quality.tsx";
import { Kept, RecordingMarks } from "./recording.tsx";
import type { CallView } from "./view.ts";

function Stage(props: CallView) {
	const { app, t, meeting } = props;
	const { session, call } = meeting;
	const their = session.theirMedia.value;
	return (
		<section
			class="stage"
			data-is-seen={their.camera}
			data-is-screen-seen={their.screen}
		>
			<Video
				stream={call.media.theirStream.value}
				label={t.call.theirVideo}
				testId="remote-video"
				isHidden={!their.camera}
				isPaused={call.media.hold.isMine.value}
			/>
			<TheirScreen {...props} />
			{!their.camera && (
				<div class="stage-off">
					<img class="bird" src="./icon.svg" alt="" width="96" height="96" />
					<p>{t.call.theirCameraOff}</p>
				</div>
			)}
			{!their.microphone && (
				<p class="stage-note" data-testid="their-mic-off">
					<Icon name="microphone" isOff />
					{t.call.theirMicrophoneOff}
				</p>
			)}
			<MyPicture
				app={app}
				t={t}
				class="corner"
				isPaused={call.media.hold.isOn.value}
			/>
			<OnHold {...props} />
			<RecordingMarks {...props} />
		</section>
	);
}

function Controls(props: CallView) {
	const { app, t, meeting } = props;
	const { session, call } = meeting;
	const isOpen = call.isChatOpen.value;
	const unread = call.unread.value;
	return (
		<div class="controls" role="toolbar" aria-label={t.call.controls}>
			<MediaToggle t={t} kind="microphone" source={app.microphone} />
			<MediaToggle t={t} kind="camera" source={app.camera} />
			<ScreenToggle {...props} />
			<HoldToggle {...props} />
			<button
				type="button"
				class="toggle"
				data-testid="toggle-chat"
				aria-pressed={isOpen}
				aria-label={isOpen ? t.call.closeChat : t.call.openChat}
				title={isOpen ? t.call.closeChat : t.call.openChat}
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

const looks: Readonly<Record<string, string>> = {
	recovering: "is-busy",
	severed: "is-lost",
};

function interruption(
	t: MeetingView["t"],
	problem: MeetingView["meeting"]["session"]["problem"]["value"],
	isSevered: boolean,
): string {
	if (problem === "connectionClosed") return t.problem[problem];
	return isSevered ? t.call.severedHelp : t.call.recoveringHelp;
}

/** The path is gone: what is being done about it, and what the two can do themselves. */
function Interrupted({ t, meeting }: MeetingView) {
	const { session } = meeting;
	const state = session.state.value;
	if (state === "connected") return null;
	return (
		<section class="interrupted" data-is-severed={state === "severed"}>
			<p>{interruption(t, session.problem.value, state === "severed")}</p>
			<button
				type="button"
				class={state === "severed" ? "primary" : "secondary"}
				data-testid="reconnect"
				onClick={session.reconnect}
			>
				{t.call.reconnect}
			</button>
		</section>
	);
}

export function Call(props: CallView) {
	const { app, t, meeting } = props;
	const Late = props.late.value;
	const { session, call } = meeting;
	const state = session.state.value;
	const lasted = call.lastedMs.value;
	const stray = meeting.connect.theirs.problem.value;
	return (
		<main class="call" data-is-chat-open={call.isChatOpen.value}>
			<header class="call-head">
				<p
					class={`status ${looks[state] ?? "is-good"}`}
					role="status"
					data-testid="status"
					data-state={state}
				>
					{state === "connected" && t.call.connected}
					{state === "recovering" && t.call.recovering}
					{state === "severed" && t.call.severed}
				</p>
				{lasted !== null && (
					<span class="duration">{t.call.duration(lasted)}</span>
				)}
				{Late && <Late.Safety t={Late.trustTexts} trust={meeting.trust} />}
				<QualityMark {...props} />
			</header>
			<Stage {...props} />
			<div class="call-trouble">
				<More {...props} />
				<QualitySheet {...props} />
				<Kept {...props} isAfter={false} />
				<Interrupted {...props} />
				{stray === "usedInvite" && (
					<p
						class="trouble"
						role="alert"
						data-testid="problem"
						data-problem={stray}
					>
						{t.problem[stray]}
					</p>
				)}
				<MediaTrouble t={t} kind="microphone" source={app.microphone} />
				<MediaTrouble t={t} kind="camera" source={app.camera} />
				<ScreenTrouble {...props} />
			</div>
			<Controls {...props} />
			{call.isChatOpen.value && <Chat {...props} />}
		</main>
	);
}
