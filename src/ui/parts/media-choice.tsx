// Whether to be seen and heard: a preview and two switches. On every screen before the call.

import type { App } from "../../app/app.ts";
import type { View } from "../view.ts";
import { Icon } from "./icon.tsx";
import { Video } from "./video.tsx";

type Kind = "microphone" | "camera";
type Source = App[Kind];

const testIds = { microphone: "toggle-mic", camera: "toggle-camera" } as const;

export function MediaToggle(
	props: Pick<View, "t"> & { kind: Kind; source: Source },
) {
	const { t, kind, source } = props;
	const isOn = source.isOn.value;
	const isAsking = source.state.value.is === "asking";
	const label = isOn ? t.media[`${kind}On`] : t.media[`${kind}Off`];
	return (
		<button
			type="button"
			class="toggle"
			data-testid={testIds[kind]}
			aria-pressed={isOn}
			aria-busy={isAsking}
			aria-label={label}
			title={label}
			onClick={source.toggle}
		>
			<Icon name={kind} isOff={!isOn} />
			<span class="toggle-name">{t.media[kind]}</span>
		</button>
	);
}

export function MediaTrouble(
	props: Pick<View, "t"> & { kind: Kind; source: Source },
) {
	const state = props.source.state.value;
	if (state.is === "asking") return <p class="hint">{props.t.media.asking}</p>;
	if (state.is !== "failed") return null;
	return (
		<p class="trouble" data-testid={`${props.kind}-problem`} role="status">
			{props.t.device[props.kind][state.problem]}
		</p>
	);
}

export function MyPicture(props: View & { class: string; isPaused?: boolean }) {
	const { app, t } = props;
	const track = app.camera.track.value;
	return (
		<div class={props.class} data-is-on={track !== null}>
			<Video
				stream={track && app.createStream([track])}
				label={t.media.preview}
				testId="local-video"
				isHidden={track === null}
				isMuted
				isPaused={props.isPaused ?? false}
				isMirrored
			/>
			{track === null && (
				<p class="picture-off">
					<Icon name="camera" isOff />
					<span>{t.media.previewOff}</span>
				</p>
			)}
		</div>
	);
}

export function MediaChoice(props: View) {
	const { app, t } = props;
	return (
		<section class="media-choice">
			<MyPicture {...props} class="preview" />
			<div class="media-switches">
				<MediaToggle t={t} kind="microphone" source={app.microphone} />
				<MediaToggle t={t} kind="camera" source={app.camera} />
			</div>
			<MediaTrouble t={t} kind="microphone" source={app.microphone} />
			<MediaTrouble t={t} kind="camera" source={app.camera} />
		</section>
	);
}
