// My screen as a switch, and theirs as a picture beside them.

import { Icon } from "./parts/icon.tsx";
import { Video } from "./parts/video.tsx";
import type { CallView } from "./view.ts";

export function ScreenToggle({ meeting, words }: CallView) {
	const { screen } = meeting.call.media;
	if (!screen.canShare) return null;
	const isOn = screen.isOn.value;
	const label = isOn ? words.stopScreen : words.shareScreen;
	return (
		<button
			type="button"
			class="toggle"
			data-testid="toggle-screen"
			aria-pressed={isOn}
			aria-busy={screen.state.value.is === "asking"}
			aria-label={label}
			title={label}
			onClick={screen.toggle}
		>
			<Icon name="screen" />
			<span class="toggle-name">{words.screen}</span>
		</button>
	);
}

export function ScreenTrouble({ meeting, words }: CallView) {
	if (meeting.call.media.screen.state.value.is !== "failed") return null;
	return (
		<p class="trouble" data-testid="screen-problem" role="status">
			{words.screenFailed}
		</p>
	);
}

/** There all the time, so that it shows the first picture that comes. */
export function TheirScreen({ app, meeting, stage, words }: CallView) {
	const { theirScreen, hold } = meeting.call.media;
	return (
		<Video
			stream={theirScreen.value}
			label={words.theirScreen}
			testId="remote-screen"
			isHidden={!meeting.session.theirMedia.value.screen}
			volume={stage.volume.value}
			speakerId={app.settings.value.devices.speaker}
			isPaused={hold.isMine.value}
		/>
	);
}
