// Whoever is not seen: the bird, in a round of its own, with rings while it speaks.

import "./bird.css";

export function Bird(props: { isSpeaking: boolean; isTurned?: boolean }) {
	return (
		<div class="bird-round" data-is-speaking={props.isSpeaking}>
			<svg
				viewBox="0 0 512 512"
				class={props.isTurned ? "is-turned" : ""}
				aria-hidden="true"
			>
				<path
					class="bird-body"
					d="M52 416 188 312 128 88 322 236C336 190 358 156 396 156 424 156 442 172 447 196L482 218 444 230C434 334 366 416 262 416Z"
				/>
				<path class="bird-tail" d="M52 416 188 312 262 416Z" />
				<path class="bird-wing" d="M128 88 322 236 188 312Z" />
			</svg>
		</div>
	);
}
