// Instead of the app, inside another site's page: it could be dressed up there, and presses be stolen.

import "./arrival.css";
import type { Texts } from "../i18n/en.ts";
import { Mark } from "./parts/mark.tsx";

export function Framed({
	texts,
	href,
}: {
	texts: Texts["framed"];
	href: string;
}) {
	return (
		<main class="arrival" data-testid="framed">
			<Mark pixels={88} />
			<h1>{texts.title}</h1>
			<p class="lead">{texts.lead}</p>
			<div class="actions">
				<a
					class="primary large link-button"
					data-testid="unframe"
					href={href}
					target="_blank"
					rel="noopener noreferrer"
				>
					{texts.open}
				</a>
			</div>
			<p class="hint">{texts.hint}</p>
		</main>
	);
}
