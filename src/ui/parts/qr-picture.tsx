// Draws a code for a camera: dark on light in every theme, with its quiet zone, whole pixels per module.

import { useEffect, useRef } from "preact/hooks";
import type { QrModules } from "../../app/mine.ts";

const quietModules = 4;

function draw(
	canvas: HTMLCanvasElement,
	tile: Element,
	{ size, isDark }: QrModules,
): void {
	const density = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
	const side = size + 2 * quietModules;
	const room = Math.min(tile.clientWidth, tile.clientHeight) * density;
	const pixels = Math.max(1, Math.floor(room / side));
	canvas.width = side * pixels;
	canvas.height = side * pixels;
	// Stretched to fit, modules would come out uneven, and a camera would have to guess.
	canvas.style.width = `${canvas.width / density}px`;
	const context = canvas.getContext("2d");
	if (!context) return;
	context.fillStyle = "#fff";
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.fillStyle = "#000";
	for (let row = 0; row < size; row += 1)
		for (let column = 0; column < size; column += 1)
			if (isDark(row, column))
				context.fillRect(
					(column + quietModules) * pixels,
					(row + quietModules) * pixels,
					pixels,
					pixels,
				);
}

export function QrPicture(props: { modules: QrModules; label: string }) {
	const held = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		const canvas = held.current;
		const tile = canvas?.parentElement;
		if (!canvas || !tile) return;
		const watcher = new ResizeObserver(() => draw(canvas, tile, props.modules));
		watcher.observe(tile);
		return () => watcher.disconnect();
	}, [props.modules]);
	return (
		<canvas
			ref={held}
			class="qr"
			// Until it is drawn it has no shape, or it would be seen to change it.
			width={0}
			height={0}
			role="img"
			data-testid="my-qr"
			aria-label={props.label}
		/>
	);
}
