// The keys that do something during a call, and the switch that takes them away.

import { keyActions, keyOf } from "../app/call-keys.ts";
import { Panel } from "./parts/panel.tsx";
import type { CallView } from "./view.ts";

export function Keys({ stage, words }: CallView) {
	return (
		<Panel
			title={words.keys}
			closeName={words.close}
			testId="keys-sheet"
			onClose={() => stage.toggleSheet("keys")}
		>
			<dl class="keys">
				{keyActions.map((action) => (
					<div key={action}>
						<dt>
							<kbd>{keyOf[action].toUpperCase()}</kbd>
						</dt>
						<dd>{words.keyNames[action]}</dd>
					</div>
				))}
			</dl>
			<label class="panel-check">
				<input
					type="checkbox"
					data-testid="use-keys"
					checked={stage.hasShortcuts.value}
					onChange={({ currentTarget }) =>
						stage.setShortcuts(currentTarget.checked)
					}
				/>
				{words.useKeys}
			</label>
			<p class="hint">{words.keysHint}</p>
		</Panel>
	);
}
