// How it works, what stays private, and what to do when it does not connect. All of it is there without internet.

import { HowPicture } from "./parts/how-picture.tsx";
import { KeyList } from "./parts/key-list.tsx";
import { NetworkCheck } from "./reach.tsx";
import type { PageView } from "./view.ts";

export function Help(props: PageView) {
	const { t, words, release } = props;
	const { help } = props.p;
	const { settings } = props.app;
	return (
		<>
			<section class="sheet-part">
				<h3>{help.how}</h3>
				<ol class="how">
					{help.steps.map(([title, text], step) => (
						<li key={title}>
							<HowPicture step={step} />
							<div>
								<p class="how-title">{title}</p>
								<p class="hint">{text}</p>
							</div>
						</li>
					))}
				</ol>
			</section>
			<section class="sheet-part">
				<h3>{help.privacy}</h3>
				<ul class="plain-list">
					{help.privacyTexts.map((text) => (
						<li key={text}>{text}</li>
					))}
				</ul>
			</section>
			<section class="sheet-part">
				<h3>{help.trouble}</h3>
				<ul class="plain-list">
					{help.troubleTexts.map((text) => (
						<li key={text}>{text}</li>
					))}
				</ul>
				<NetworkCheck {...props} />
			</section>
			<section class="sheet-part keyboard-only">
				<h3>{help.shortcuts}</h3>
				<KeyList
					words={words}
					isOn={settings.value.hasShortcuts}
					testId="help-keys"
					onChange={(hasShortcuts) => {
						settings.value = { ...settings.value, hasShortcuts };
					}}
				/>
			</section>
			<section class="sheet-part">
				<h3>{help.version}</h3>
				{release && (
					<p data-testid="help-release">{t.shell.release(release)}</p>
				)}
				<p class="hint">
					{help.licences}{" "}
					<a href="./licences.txt" download="licences.txt">
						{help.licencesLink}
					</a>
				</p>
			</section>
		</>
	);
}
