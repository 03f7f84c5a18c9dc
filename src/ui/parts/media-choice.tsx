// Whether to be seen and heard: a preview and two switches. On every screen before the call.

import type { App } from "../../app/app.ts";
import type { View } from "../view.ts";
import { DevicePicks, LevelMeter } from "./device-pick.tsx";
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
	const { t, kind, source } = props;
	const state = source.state.value;
	if (state.is === "asking") return <p class="hint">{t.media.asking}</p>;
	if (state.is === "on" && kind === "camera" && !source.isLive.value)
		return <p class="hint">{t.devices.paused}</p>;
	if (state.is !== "failed") return null;
	return (
		<div class="trouble" role="status">
			<p data-testid={`${kind}-problem`} data-problem={state.problem}>
				{t.device[kind][state.problem]}
			</p>
			{state.problem !== "insecure" && (
				<button
					type="button"
					class="inline"
					data-testid={`${kind}-retry`}
					onClick={source.toggle}
				>
					{t.devices.retry}
				</button>
			)}
		</div>
	);
}

export function MyPicture(props: View & { class: string }) {
	const { app, t } = props;
	const stream = app.preview.value;
	return (
		<div class={props.class} data-is-on={stream !== null}>
			<Video
				stream={stream}
				label={t.media.preview}
				testId="local-video"
				isHidden={stream === null}
				isMuted
				isMirrored={app.camera.settings.value.facingMode !== "environment"}
			/>
			{stream === null && (
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
			{app.microphone.isOn.value && <LevelMeter {...props} />}
			<MediaTrouble t={t} kind="microphone" source={app.microphone} />
			<MediaTrouble t={t} kind="camera" source={app.camera} />
			<DevicePicks {...props} kinds={["microphone", "camera"]} />
		</section>
	);
}
