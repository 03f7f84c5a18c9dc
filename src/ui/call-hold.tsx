// The call on hold: the switch, and what both see meanwhile.

import { Icon } from "./parts/icon.tsx";
import type { CallView } from "./view.ts";

export function HoldToggle({ meeting, words }: CallView) {
	const { hold } = meeting.call.media;
	const isMine = hold.isMine.value;
	const label = isMine ? words.resumeCall : words.holdCall;
	return (
		<button
			type="button"
			class="toggle"
			data-testid="hold"
			aria-pressed={isMine}
			aria-label={label}
			title={label}
			onClick={hold.toggle}
		>
			<Icon name={isMine ? "play" : "pause"} />
			<span class="toggle-name">{words.hold}</span>
		</button>
	);
}

export function OnHold({ meeting, words }: CallView) {
	const { hold } = meeting.call.media;
	const isMine = hold.isMine.value;
	const isTheirs = hold.isTheirs.value;
	if (!isMine && !isTheirs) return null;
	const who = isMine && isTheirs ? "both" : isMine ? "mine" : "theirs";
	const said = {
		both: words.bothHold,
		mine: words.myHold,
		theirs: words.theirHold,
	}[who];
	return (
		<div class="on-hold" role="status" data-testid="on-hold" data-who={who}>
			<Icon name="pause" />
			<p class="on-hold-title">{words.onHold}</p>
			<p>{said}</p>
			{isMine && (
				<label class="check">
					<input
						type="checkbox"
						data-testid="hold-tone"
						checked={hold.hasTone.value}
						onChange={({ currentTarget }) =>
							hold.setTone(currentTarget.checked)
						}
					/>
					{words.holdTone}
				</label>
			)}
		</div>
	);
}
