// The person's choices that come from using the app: which devices, and which ways of handing codes over.

import type { App } from "../app/app.ts";
import { DevicePicks } from "./parts/device-pick.tsx";
import type { PageView } from "./view.ts";

type Settings = App["settings"]["value"];

export function Devices({ app, t }: PageView) {
	const { desk } = app;
	const kinds = desk.canChooseSpeaker
		? (["microphone", "camera", "speaker"] as const)
		: (["microphone", "camera"] as const);
	const pickSpeaker = desk.pickSpeaker.value;
	return (
		<section class="sheet-part" data-testid="settings-devices">
			<h3>{t.devices.title}</h3>
			<DevicePicks app={app} t={t} kinds={kinds} isAsked />
			{desk.canChooseSpeaker && pickSpeaker && (
				<button type="button" class="secondary" onClick={pickSpeaker}>
					{t.devices.pickSpeaker}
				</button>
			)}
		</section>
	);
}

const ways = [null, "beside", "message"] as const;

export function Handing({ app, p }: PageView) {
	const { settings, guide } = app;
	const { way, without } = settings.value;
	const choose = (change: Partial<Settings>) => {
		settings.value = { ...settings.value, ...change };
	};
	const hasCamera = !without.includes("camera");
	return (
		<section class="sheet-part" data-testid="settings-handing">
			<h3>{p.settings.handing}</h3>
			<fieldset class="choices">
				<legend class="hint">{p.settings.handingHint}</legend>
				{ways.map((one) => (
					<label key={one} class="choice">
						<input
							type="radio"
							name="way"
							data-testid={`settings-way-${one ?? "both"}`}
							checked={way === one}
							disabled={one === "beside" && !hasCamera}
							onChange={() => choose({ way: one })}
						/>
						<span class="choice-name">{p.settings.ways[one ?? "both"]}</span>
					</label>
				))}
			</fieldset>
			<fieldset class="choices">
				<legend class="hint">{p.settings.carriersHint}</legend>
				{guide.carriers.map((carrier) => {
					const [name, hint] = p.settings.carriers[carrier];
					return (
						<label key={carrier} class="choice">
							<input
								type="checkbox"
								data-testid={`carrier-${carrier}`}
								checked={!without.includes(carrier)}
								onChange={({ currentTarget: { checked } }) => {
									const others = without.filter((one) => one !== carrier);
									choose({
										without: checked ? others : [...others, carrier],
										way:
											!checked && carrier === "camera" && way === "beside"
												? null
												: way,
									});
								}}
							/>
							<span class="choice-name">{name}</span>
							<span class="choice-hint">{hint}</span>
						</label>
					);
				})}
			</fieldset>
		</section>
	);
}
