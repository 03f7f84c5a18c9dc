// One press to talk again, as long as the line between the two is kept; and the other side's answer to it.

import type { AgainState } from "../app/again.ts";
import type { CallView } from "./view.ts";

type Props = Pick<CallView, "meeting" | "words">;

const buttons: Readonly<Partial<Record<AgainState, "call" | "accept">>> = {
	open: "call",
	asked: "accept",
};

export function CallAgain({ meeting, words }: Props) {
	const { again } = meeting;
	const { again: t } = words;
	const state = again.state.value;
	const button = buttons[state];
	return (
		<>
			<p class="lead" role="status" data-testid="again" data-state={state}>
				{t.told[state]}
			</p>
			{button && (
				<button
					type="button"
					class="primary large"
					data-testid="call-again"
					onClick={again.call}
				>
					{t[button]}
				</button>
			)}
			{state === "asked" && (
				<button
					type="button"
					class="secondary"
					data-testid="decline-again"
					onClick={again.decline}
				>
					{t.decline}
				</button>
			)}
		</>
	);
}
