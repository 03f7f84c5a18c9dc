// The first screen: what this is, and the one thing to press.

import "./home.css";
import type { ReadonlySignal } from "@preact/signals-core";
import { Hero } from "./hero.tsx";
import { MediaChoice } from "./parts/media-choice.tsx";
import { Reach } from "./reach.tsx";
import type { View } from "./view.ts";

/** How much of the first screen is drawn: each part takes a slow phone a moment in which it hears no press. */
export type HomeView = View & { readonly parts: ReadonlySignal<number> };

export const homeParts = 2;

export function Home(props: HomeView) {
	const { app, t, parts } = props;
	const lostMs = app.lostInvite.ageMs.value;
	return (
		<main class="home">
			<Hero t={t} start={app.start}>
				{lostMs !== null && (
					<p class="trouble" role="status" data-testid="lost-invite">
						{t.home.lost(lostMs)}
					</p>
				)}
				{app.isIncomplete.value && (
					<p class="trouble" role="alert" data-testid="incomplete">
						{t.home.incomplete}
					</p>
				)}
			</Hero>
			{parts.value >= 1 && (
				<section class="card before">
					<h2>{t.home.before}</h2>
					<p class="hint">{t.home.beforeHint}</p>
					<MediaChoice {...props} />
					{parts.value >= 2 && app.sheets.open.value !== "settings" && (
						<Reach {...props} />
					)}
				</section>
			)}
			{parts.value >= 2 && <p class="privacy">{t.home.privacy}</p>}
		</main>
	);
}
