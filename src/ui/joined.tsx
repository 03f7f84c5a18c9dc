// The moment in which the two are connected: said once, large, and gone by itself. Nothing waits for it.

import "./joined.css";
import { Icon } from "./parts/icon.tsx";
import { Mark } from "./parts/mark.tsx";
import type { CallView } from "./view.ts";

/** The status of the call says it to whoever listens; this is for whoever looks. */
export function Joined({ t }: Pick<CallView, "t">) {
	return (
		<div class="joined" aria-hidden="true" data-testid="joined">
			<span class="joined-bird">
				<Mark pixels={84} />
				<span class="joined-mark">
					<Icon name="check" />
				</span>
			</span>
			{t.call.connected}
		</div>
	);
}
