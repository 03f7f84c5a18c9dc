// The first screen in every language, for the page as it is built. No part of the app that is loaded.

import { languages } from "../i18n/language.ts";
import { Bar, Hero } from "./hero.tsx";

const words = await Promise.all(
	Object.values(languages).map(async ({ tag, load }) => ({
		tag,
		t: await load(),
	})),
);

export const firstScreens = words.map(({ tag, t }) => (
	<div key={tag} class="page" data-screen="home" lang={tag} hidden>
		<Bar t={t} />
		<main class="home">
			<Hero t={t}>
				{/* Shown where the app cannot be fetched. */}
				<p class="trouble" role="alert" hidden>
					{t.home.incomplete}
				</p>
			</Hero>
		</main>
	</div>
));
