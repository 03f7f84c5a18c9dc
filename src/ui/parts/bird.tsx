// Whoever is not seen: the bird, in a round of its own, with rings while it speaks.

import "./bird.css";
import { BirdShape } from "./mark.tsx";

export function Bird(props: { isSpeaking: boolean; isTurned?: boolean }) {
	return (
		<div class="bird-round" data-is-speaking={props.isSpeaking}>
			<svg
				viewBox="0 0 512 512"
				class={props.isTurned ? "is-turned" : ""}
				aria-hidden="true"
			>
				<BirdShape />
			</svg>
		</div>
	);
}
