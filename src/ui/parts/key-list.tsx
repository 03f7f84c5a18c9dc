// The keys that do something during a call, and the switch that takes them away.

import "./key-list.css";
import { keyActions, keyOf } from "../../app/call-keys.ts";
import type { CallTexts } from "../../i18n/language.ts";

export function KeyList(props: {
	words: CallTexts["words"];
	isOn: boolean;
	testId: string;
	onChange: (isOn: boolean) => void;
}) {
	const { words } = props;
	return (
		<>
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
			<label class="keys-switch">
				<input
					type="checkbox"
					data-testid={props.testId}
					checked={props.isOn}
					onChange={({ currentTarget }) =>
						props.onChange(currentTarget.checked)
					}
				/>
				{words.useKeys}
			</label>
			<p class="hint">{words.keysHint}</p>
		</>
	);
}
