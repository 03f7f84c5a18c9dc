// What the person chose, in one place: who they are, how the app looks and speaks, whom it reaches, what it keeps.

import type { App } from "../app/app.ts";
import { languages } from "../i18n/language.ts";
import { Reach } from "./reach.tsx";
import { Devices, Handing } from "./settings-more.tsx";
import type { PageView } from "./view.ts";

type Settings = App["settings"]["value"];

function choose(app: App, change: Partial<Settings>) {
	app.settings.value = { ...app.settings.value, ...change };
}

function You({ app, p }: PageView) {
	return (
		<section class="sheet-part">
			<h3>{p.settings.you}</h3>
			<div class="field">
				<label for="settings-name">{p.settings.name}</label>
				<input
					id="settings-name"
					data-testid="settings-name"
					maxLength={app.sheets.maxNameChars}
					autocomplete="nickname"
					aria-describedby="settings-name-hint"
					value={app.settings.value.name}
					onInput={({ currentTarget }) =>
						choose(app, { name: currentTarget.value })
					}
				/>
			</div>
			<p class="hint" id="settings-name-hint">
				{p.settings.nameHint}
			</p>
		</section>
	);
}

function Look({ app, p }: PageView) {
	const { language, theme, sounds } = app.settings.value;
	return (
		<section class="sheet-part">
			<h3>{p.settings.look}</h3>
			<div class="field">
				<label for="settings-language">{p.settings.language}</label>
				<select
					id="settings-language"
					data-testid="settings-language"
					value={language ?? ""}
					onChange={({ currentTarget }) =>
						choose(app, { language: currentTarget.value || null })
					}
				>
					<option value="">{p.settings.languageAuto}</option>
					{Object.entries(languages).map(([key, one]) => (
						<option key={key} value={key} lang={one.tag}>
							{one.name}
						</option>
					))}
				</select>
			</div>
			<div class="field">
				<label for="settings-theme">{p.settings.theme}</label>
				<select
					id="settings-theme"
					data-testid="settings-theme"
					value={theme ?? "auto"}
					onChange={({ currentTarget: { value } }) =>
						choose(app, {
							theme: value === "light" || value === "dark" ? value : null,
						})
					}
				>
					{(["auto", "light", "dark"] as const).map((one) => (
						<option key={one} value={one}>
							{p.settings.themes[one]}
						</option>
					))}
				</select>
			</div>
			<label class="choice">
				<input
					type="checkbox"
					data-testid="settings-sounds"
					checked={sounds}
					onChange={({ currentTarget }) =>
						choose(app, { sounds: currentTarget.checked })
					}
				/>
				<span class="choice-name">{p.settings.sounds}</span>
				<span class="choice-hint">{p.settings.soundsHint}</span>
			</label>
		</section>
	);
}

function Kept({ app, p, size }: PageView) {
	const { keptBytes, forgetting, askToForget, keepAll, forgetAll } = app.sheets;
	const bytes = keptBytes.value;
	const step = forgetting.value;
	return (
		<section class="sheet-part">
			<h3>{p.settings.kept}</h3>
			<ul class="plain-list">
				<li data-testid="kept-files">
					{bytes ? p.settings.keptFiles(size(bytes)) : p.settings.keptNothing}
				</li>
				<li>{p.settings.keptSettings}</li>
				<li>{p.settings.keptApp}</li>
			</ul>
			<div role="status" class="forget" data-testid="forgetting" data-is={step}>
				{step === "asking" && <p>{p.settings.forgetSure}</p>}
				{step === "done" && <p>{p.settings.forgotten}</p>}
			</div>
			{step === "asking" ? (
				<div class="sending">
					<button
						type="button"
						class="primary danger"
						data-testid="forget-yes"
						onClick={forgetAll}
					>
						{p.settings.forgetYes}
					</button>
					<button type="button" class="secondary" onClick={keepAll}>
						{p.settings.forgetNo}
					</button>
				</div>
			) : (
				<button
					type="button"
					class="secondary"
					data-testid="forget"
					disabled={app.meeting.value !== null}
					onClick={askToForget}
				>
					{p.settings.forget}
				</button>
			)}
			<p class="hint">
				{app.meeting.value ? p.settings.forgetLater : p.settings.forgetHint}
			</p>
		</section>
	);
}

export function Settings(props: PageView) {
	return (
		<>
			<You {...props} />
			<Look {...props} />
			<Devices {...props} />
			<Handing {...props} />
			<section class="sheet-part">
				<Reach {...props} />
			</section>
			<Kept {...props} />
		</>
	);
}
