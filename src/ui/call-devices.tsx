// Another microphone, camera or loudspeaker during the call, and how loud the other side is.

import { DevicePicks } from "./parts/device-pick.tsx";
import { Panel } from "./parts/panel.tsx";
import type { CallView } from "./view.ts";

export function DeviceSheet({ app, t, stage, words }: CallView) {
	const kinds = stage.canChooseSpeaker
		? (["microphone", "camera", "speaker"] as const)
		: (["microphone", "camera"] as const);
	const pickSpeaker = app.desk.pickSpeaker.value;
	return (
		<Panel
			title={t.devices.title}
			closeName={words.close}
			testId="devices-sheet"
			onClose={() => stage.toggleSheet("devices")}
		>
			{stage.canSetVolume && (
				<label class="pick">
					<span>{t.devices.volume}</span>
					<input
						type="range"
						min="0"
						max="1"
						step="0.05"
						data-testid="volume"
						value={stage.volume.value}
						onInput={({ currentTarget }) => {
							stage.volume.value = currentTarget.valueAsNumber;
						}}
					/>
				</label>
			)}
			<DevicePicks app={app} t={t} kinds={kinds} isAsked />
			{stage.canChooseSpeaker && pickSpeaker && (
				<button
					type="button"
					class="secondary"
					data-testid="pick-speaker-elsewhere"
					onClick={pickSpeaker}
				>
					{t.devices.pickSpeaker}
				</button>
			)}
		</Panel>
	);
}
