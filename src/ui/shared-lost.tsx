// Something was shared to this app while its window was open, and the browser has dropped it.

import type { View } from "./view.ts";

export function SharedLost({ app, t }: View) {
	if (!app.coming.isLost.value) return null;
	return (
		<div class="notice" role="status" data-testid="shared-lost">
			<span>{t.shared.lost}</span>
			<button type="button" class="inline" onClick={app.coming.forgetLost}>
				{t.shared.lostRead}
			</button>
		</div>
	);
}
