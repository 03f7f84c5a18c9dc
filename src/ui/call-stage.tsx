// The pictures: them, their screen beside them, and me; and whatever stands for a picture that is off.

import "./call-stage.css";
import { OnHold } from "./call-hold.tsx";
import { Notes } from "./call-notes.tsx";
import { TheirScreen } from "./call-screen.tsx";
import { Bird } from "./parts/bird.tsx";
import { Icon } from "./parts/icon.tsx";
import { Video } from "./parts/video.tsx";
import type { CallView } from "./view.ts";

function Them({ app, t, words, stage, meeting }: CallView) {
	const { session, call } = meeting;
	const { microphone, camera, screen } = session.theirMedia.value;
	return (
		<section
			aria-label={words.them}
			class="tile is-them"
			data-testid="them"
			data-is-shown={camera}
			data-is-speaking={stage.speaking.them.value}
			data-fit={screen ? "filled" : stage.fit.value}
			onDblClick={stage.toggleFit}
		>
			<Video
				stream={call.media.theirStream.value}
				label={t.call.theirVideo}
				testId="remote-video"
				isHidden={!camera}
				isPaused={call.media.hold.isMine.value}
				volume={stage.volume.value}
				speakerId={app.settings.value.devices.speaker}
				onReady={stage.holdPicture}
				onShapes={stage.handleShapes}
			/>
			{!camera && (
				<div class="tile-off">
					<Bird isSpeaking={stage.speaking.them.value} />
					<p>{t.call.theirCameraOff}</p>
				</div>
			)}
			{!microphone && (
				<p class="tile-note" data-testid="their-mic-off">
					<Icon name="microphone" isOff />
					<span>{t.call.theirMicrophoneOff}</span>
				</p>
			)}
		</section>
	);
}

function Me({ app, t, words, stage, meeting }: CallView) {
	const { camera, microphone } = app;
	const stream = app.preview.value;
	const { facingMode } = camera.settings.value;
	return (
		<section
			aria-label={words.me}
			class="tile is-me"
			data-testid="me"
			data-is-shown={stream !== null}
			data-is-speaking={stage.speaking.me.value}
		>
			<Video
				stream={stream}
				label={t.media.preview}
				testId="local-video"
				isHidden={stream === null}
				isMuted
				isPaused={meeting.call.media.hold.isOn.value}
				isMirrored={facingMode !== "environment"}
			/>
			{stream === null && (
				<div class="tile-off">
					<Bird isSpeaking={stage.speaking.me.value} isTurned />
				</div>
			)}
			{!microphone.isOn.value && (
				<p class="tile-note" title={words.myMicrophoneOff}>
					<Icon name="microphone" isOff />
					<span class="unseen">{words.myMicrophoneOff}</span>
				</p>
			)}
			{facingMode !== undefined && app.desk.known.value.camera.length > 1 && (
				<button
					type="button"
					class="flip"
					data-testid="flip"
					aria-label={t.devices.flip}
					title={t.devices.flip}
					onClick={camera.flip}
				>
					<Icon name="turn" />
				</button>
			)}
		</section>
	);
}

export function StageView(props: CallView) {
	const { meeting } = props;
	const { session } = meeting;
	const { camera, screen } = session.theirMedia.value;
	return (
		<section
			class="stage"
			data-is-seen={camera}
			data-is-screen-seen={screen}
			data-state={session.state.value}
		>
			<div class="tiles">
				<div class="tile is-screen">
					<TheirScreen {...props} />
				</div>
				<Them {...props} />
				<Me {...props} />
			</div>
			<OnHold {...props} />
			<Notes {...props} />
		</section>
	);
}
