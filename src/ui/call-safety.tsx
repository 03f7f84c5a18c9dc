// Where the safety number stands in a call: over the picture until the two have compared it, then behind its mark.

import { Icon } from "./parts/icon.tsx";
import { Shield } from "./safety.tsx";
import type { CallView } from "./view.ts";

function stateOf({ stage, meeting }: CallView) {
	const trust = meeting.trust.value;
	const standing = trust?.standing.value ?? null;
	const isVerified = trust?.isVerified.value === true;
	const isAsking = trust?.isAsking.value === true && !isVerified;
	return {
		standing,
		isVerified,
		isAsking,
		isOpen: stage.isSafetyOpen.value ?? isAsking,
	};
}

/** In the head: whether it is known who is there. */
export function SafetyMark(props: CallView) {
	const { stage, late } = props;
	const { standing, isVerified, isOpen } = stateOf(props);
	const Late = late.value;
	if (standing === null || !Late) return null;
	const name = `${Late.trustTexts.title}: ${Late.trustTexts.standing[standing]}`;
	return (
		<button
			type="button"
			class="mark-button"
			data-testid="safety-mark"
			data-is-good={isVerified}
			aria-expanded={isOpen}
			aria-label={name}
			title={name}
			onClick={() => {
				stage.isSafetyOpen.value = !isOpen;
			}}
		>
			<Shield isWhole={isVerified} />
		</button>
	);
}

/** Over the picture. Folded away it is still read out, as long as there is nothing to press in it. */
export function SafetyNote(props: CallView) {
	const { stage, words, meeting, late } = props;
	const { standing, isAsking, isOpen } = stateOf(props);
	const Late = late.value;
	if (standing === null || !Late) return null;
	return (
		<div class={isOpen ? "safety-note" : "unseen"} inert={!isOpen && isAsking}>
			<Late.Safety t={Late.trustTexts} trust={meeting.trust} />
			{isOpen && (
				<button
					type="button"
					class="quiet round"
					data-testid="fold-safety"
					aria-label={words.close}
					title={words.close}
					onClick={() => {
						stage.isSafetyOpen.value = false;
					}}
				>
					<Icon name="close" />
				</button>
			)}
		</div>
	);
}
