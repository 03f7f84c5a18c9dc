// Where a picture stands in a larger one. Pure.

export type Size = { readonly width: number; readonly height: number };
export type Place = Size & { readonly x: number; readonly y: number };

const insetShare = 0.22;
const marginShare = 0.02;

/** All of it, as large as it can be, in the middle. */
export function fitInto(size: Size, room: Place): Place {
	const scale = Math.min(room.width / size.width, room.height / size.height);
	const width = size.width * scale;
	const height = size.height * scale;
	return {
		x: room.x + (room.width - width) / 2,
		y: room.y + (room.height - height) / 2,
		width,
		height,
	};
}

/** The corner of the nth small picture: top right, then downwards. */
export function insetAt(index: number, within: Size): Place {
	const width = within.width * insetShare;
	const height = (width * 3) / 4;
	const margin = within.width * marginShare;
	return {
		x: within.width - width - margin,
		y: margin + index * (height + margin),
		width,
		height,
	};
}
