// Inside another app's own browser: why that does not go well, and the way out.

import { Icon } from "./parts/icon.tsx";
import type { View } from "./view.ts";

export function InsideNote({ app, t }: View) {
	const { inside } = app;
	if (!inside) return null;
	const isCopied = inside.isCopied.value;
	return (
		<aside class="inside trouble" data-testid="inside" data-app={inside.name}>
			<h2>{t.inside.title(inside.name)}</h2>
			<p>{t.inside.why}</p>
			<p>{t.inside.out[inside.system]}</p>
			<button
				type="button"
				class="secondary"
				data-testid="copy-address"
				onClick={inside.copyAddress}
			>
				<Icon name={isCopied ? "check" : "copy"} />
				{isCopied ? t.connect.copied : t.inside.copy}
			</button>
		</aside>
	);
}
