// The first screen: what this is, and the one thing to press.

import "./home.css";
import { Mark } from "./parts/mark.tsx";
import { MediaChoice } from "./parts/media-choice.tsx";
import { Reach } from "./reach.tsx";
import type { View } from "./view.ts";

export function Home(props: View) {
	const { app, t } = props;
	const lostMs = app.lostInvite.ageMs.value;
	return (
		<main class="home">
			<section class="hero">
				<Mark pixels={112} />
				<h1>{t.home.title}</h1>
				{lostMs !== null && (
					<p class="trouble" role="status" data-testid="lost-invite">
						{t.home.lost(lostMs)}
					</p>
				)}
				<p class="lead">{t.home.lead}</p>
				<button
					type="button"
					class="primary large"
					data-testid="start"
					onClick={app.start}
				>
					{t.home.start}
				</button>
				<p class="hint">{t.home.has}</p>
				{app.isIncomplete.value && (
					<p class="trouble" role="alert" data-testid="incomplete">
						{t.home.incomplete}
					</p>
				)}
			</section>
			<section class="card before">
				<h2>{t.home.before}</h2>
				<p class="hint">{t.home.beforeHint}</p>
				<MediaChoice {...props} />
				{app.sheets.open.value !== "settings" && <Reach {...props} />}
			</section>
			<p class="privacy">{t.home.privacy}</p>
		</main>
	);
}
