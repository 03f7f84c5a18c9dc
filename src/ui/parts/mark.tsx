// The bird, in the colours of the theme: on every screen, at rest or on its way. Decoration only; the words say the rest.

export function BirdShape() {
	return (
		<>
			<path
				class="bird-body"
				d="M52 416 188 312 128 88 322 236C336 190 358 156 396 156 424 156 442 172 447 196L482 218 444 230C434 334 366 416 262 416Z"
			/>
			<path class="bird-tail" d="M52 416 188 312 262 416Z" />
			<path class="bird-wing" d="M128 88 322 236 188 312Z" />
		</>
	);
}

export function Mark({ pixels }: { pixels: number }) {
	return (
		<svg
			class="bird"
			viewBox="47 32 440 440"
			width={pixels}
			height={pixels}
			aria-hidden="true"
		>
			<BirdShape />
		</svg>
	);
}
