// Lists of what there is to speak into, to be seen by and to listen to; and how loud one is.

import "./device-pick.css";
import type { ChosenKind } from "../../app/devices.ts";
import type { View } from "../view.ts";

/** Without a number for screen readers: it changes ten times a second. */
export function LevelMeter({ app, t }: View) {
	const level = app.microphone.isOn.value ? app.level.value : 0;
	return (
		<div
			class="level"
			role="img"
			aria-label={t.devices.level}
			title={t.devices.level}
			data-testid="level"
			data-level={Math.round(level * 100)}
		>
			<span style={{ transform: `scaleX(${level})` }} />
		</div>
	);
}

function Pick(props: View & { kind: ChosenKind }) {
	const { app, t, kind } = props;
	const known = app.desk.known.value[kind];
	if (known.length === 0) return null;
	const chosen = app.settings.value.devices[kind];
	const isThere = known.some(({ id }) => id === chosen);
	return (
		<label class="pick">
			<span>{t.devices[kind]}</span>
			<select
				data-testid={`pick-${kind}`}
				value={isThere && chosen !== null ? chosen : ""}
				onChange={({ currentTarget }) =>
					app.desk.choose(kind, currentTarget.value || null)
				}
			>
				<option value="">{t.devices.system}</option>
				{known.map(({ id, label }) => (
					<option key={id} value={id}>
						{label}
					</option>
				))}
			</select>
		</label>
	);
}

function Remembered({ app, t }: View) {
	if (!app.desk.isSomeChosen.value) return null;
	return (
		<p class="hint picks-kept">
			{t.devices.kept}
			<button
				type="button"
				class="inline"
				data-testid="forget-devices"
				onClick={app.desk.forget}
			>
				{t.devices.forget}
			</button>
		</p>
	);
}

export function DevicePicks(
	props: View & { kinds: readonly ChosenKind[]; isAsked?: boolean },
) {
	const { app, t, kinds } = props;
	const { value: known } = app.desk.known;
	const hasSome = kinds.some((kind) => known[kind].length > 0);
	if (!hasSome)
		return props.isAsked ? (
			<div class="picks">
				<p class="hint">{t.devices.unnamed}</p>
				<Remembered app={app} t={t} />
			</div>
		) : null;
	return (
		<div class="picks">
			{kinds.map((kind) => (
				<Pick key={kind} app={app} t={t} kind={kind} />
			))}
			<Remembered app={app} t={t} />
		</div>
	);
}
