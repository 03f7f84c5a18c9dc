// The keys of a call, as a panel over it.

import { KeyList } from "./parts/key-list.tsx";
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
			<KeyList
				words={words}
				isOn={stage.hasShortcuts.value}
				testId="use-keys"
				onChange={stage.setShortcuts}
			/>
		</Panel>
	);
}
