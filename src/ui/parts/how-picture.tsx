// Five small pictures that tell how two devices come together. They only repeat what stands beside them in words.

type Place = { readonly x: number; readonly y: number };

function Phone({ x, y, isLit }: Place & { isLit?: boolean }) {
	return (
		<g transform={`translate(${x} ${y})`}>
			<rect class="how-device" width="44" height="76" rx="8" />
			<rect
				class={isLit ? "how-screen is-lit" : "how-screen"}
				x="5"
				y="9"
				width="34"
				height="54"
				rx="3"
			/>
			<circle class="how-dot" cx="22" cy="69.5" r="2.2" />
		</g>
	);
}

const modules = [0, 1, 2, 4, 5, 7, 8, 10, 12, 13, 15];

function Code({ x, y }: Place) {
	return (
		<g transform={`translate(${x} ${y})`}>
			<rect class="how-paper" x="-3" y="-3" width="30" height="30" rx="3" />
			{modules.map((at) => (
				<rect
					key={at}
					class="how-module"
					x={(at % 4) * 6}
					y={Math.floor(at / 4) * 6}
					width="5"
					height="5"
				/>
			))}
		</g>
	);
}

function Bird({ x, y, isBack }: Place & { isBack?: boolean }) {
	return (
		<g
			transform={`translate(${x} ${y}) scale(${isBack ? -0.085 : 0.085} 0.085)`}
		>
			<path
				class="how-bird"
				d="M52 416 188 312 128 88 322 236C336 190 358 156 396 156 424 156 442 172 447 196L482 218 444 230C434 334 366 416 262 416Z"
			/>
		</g>
	);
}

const pictures = [
	() => (
		<>
			<Phone x={78} y={12} isLit />
			<Code x={88} y={36} />
		</>
	),
	() => (
		<>
			<Phone x={18} y={12} isLit />
			<Code x={28} y={36} />
			<path class="how-way" d="M70 56C86 34 114 34 130 56" />
			<Bird x={79} y={16} />
			<Phone x={138} y={12} />
		</>
	),
	() => (
		<>
			<Phone x={18} y={12} />
			<path class="how-way" d="M70 56C86 34 114 34 130 56" />
			<Bird x={122} y={16} isBack />
			<Phone x={138} y={12} isLit />
			<Code x={148} y={36} />
		</>
	),
	() => (
		<>
			<Phone x={18} y={12} isLit />
			<path class="how-way" d="M70 42H94M130 58H106" />
			<path class="how-knock" d="M98 34v16M102 50v16" />
			<Phone x={138} y={12} isLit />
		</>
	),
	() => (
		<>
			<Phone x={18} y={12} isLit />
			<path class="how-line" d="M64 50H136" />
			<rect class="how-lock" x="88" y="42" width="24" height="18" rx="4" />
			<path class="how-shackle" d="M94 42v-5a6 6 0 0 1 12 0v5" />
			<Phone x={138} y={12} isLit />
		</>
	),
] as const;

export function HowPicture({ step }: { step: number }) {
	const Picture = pictures[step];
	return (
		<svg class="how-picture" viewBox="0 0 200 100" aria-hidden="true">
			{Picture && <Picture />}
		</svg>
	);
}
