// The upper part of the first screen, which stands in the page before any script has come. Drawn once more by the app, it
// stays as it is: so nothing here may depend on anything but the language.

import type { ComponentChildren } from "preact";
import type { Texts } from "../i18n/en.ts";
import { Icon } from "./parts/icon.tsx";
import { Mark } from "./parts/mark.tsx";

type Sheet = "help" | "settings";

export function Bar({ t, show }: { t: Texts; show?: (sheet: Sheet) => void }) {
	return (
		<header class="bar">
			<span class="brand">
				<Mark pixels={28} />
				{t.appName}
			</span>
			<nav class="bar-actions">
				{(["help", "settings"] as const).map((sheet) => (
					<button
						key={sheet}
						type="button"
						class="quiet round"
						data-testid={`open-${sheet}`}
						aria-label={t.shell[sheet]}
						title={t.shell[sheet]}
						onClick={() => show?.(sheet)}
					>
						<Icon name={sheet} />
					</button>
				))}
			</nav>
		</header>
	);
}

export function Hero({
	t,
	start,
	children,
}: {
	t: Texts;
	start?: () => void;
	children?: ComponentChildren;
}) {
	return (
		<section class="hero">
			<Mark pixels={112} />
			<h1>{t.home.title}</h1>
			<p class="lead">{t.home.lead}</p>
			<button
				type="button"
				class="primary large"
				data-testid="start"
				onClick={() => start?.()}
			>
				{t.home.start}
			</button>
			<p class="hint">{t.home.has}</p>
			{children}
		</section>
	);
}
