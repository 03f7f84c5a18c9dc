// What has to be said over the picture: a path that is gone, a device that cannot be had, a screen that is shown.

import "./call-notes.css";
import { SafetyNote } from "./call-safety.tsx";
import { ScreenTrouble } from "./call-screen.tsx";
import { Icon } from "./parts/icon.tsx";
import { MediaTrouble } from "./parts/media-choice.tsx";
import { Kept, RecordingMarks } from "./recording.tsx";
import { SharedLost } from "./shared-lost.tsx";
import type { CallView } from "./view.ts";

function interruption(
	t: CallView["t"],
	problem: CallView["meeting"]["session"]["problem"]["value"],
	isSevered: boolean,
): string {
	if (problem === "connectionClosed") return t.problem[problem];
	return isSevered ? t.call.severedHelp : t.call.recoveringHelp;
}

/** The path is gone: what is being done about it, and what the two can do themselves. */
function Interrupted({ t, meeting }: CallView) {
	const { session } = meeting;
	const state = session.state.value;
	if (state === "connected") return null;
	const isSevered = state === "severed";
	return (
		<section class="interrupted" data-is-severed={isSevered}>
			<p>{interruption(t, session.problem.value, isSevered)}</p>
			<button
				type="button"
				class={isSevered ? "primary" : "secondary"}
				data-testid="reconnect"
				onClick={session.reconnect}
			>
				{t.call.reconnect}
			</button>
		</section>
	);
}

/** My screen is seen: that must never be forgotten. */
function Showing({ words, meeting }: CallView) {
	const { screen } = meeting.call.media;
	if (!screen.isOn.value) return null;
	return (
		<p class="showing" data-testid="showing">
			<Icon name="screen" />
			<span>{words.showing}</span>
			<button
				type="button"
				class="inline"
				data-testid="stop-screen"
				onClick={screen.toggle}
			>
				{words.stopShowing}
			</button>
		</p>
	);
}

export function Notes(props: CallView) {
	const { app, t, meeting } = props;
	const stray = meeting.connect.theirs.problem.value;
	return (
		<div class="call-notes">
			<SharedLost app={app} t={t} />
			<RecordingMarks {...props} />
			<Interrupted {...props} />
			<SafetyNote {...props} />
			<Showing {...props} />
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
			<Kept {...props} isAfter={false} />
		</div>
	);
}
