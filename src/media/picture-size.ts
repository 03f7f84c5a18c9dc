// How large a picture says it is, from its first bytes. What is no raster picture, whatever it is called,
// has no size: nothing else is ever drawn here.

export type Size = { readonly width: number; readonly height: number };

/** Enough to find the size behind all that cameras write before it. */
export const headBytes = 524_288;

export function pictureSize(head: Uint8Array): Size | null {
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const size =
		pngSize(view) ?? gifSize(view) ?? webpSize(view) ?? jpegSize(view);
	return size && size.width > 0 && size.height > 0 ? size : null;
}

function startsWith(view: DataView, text: string, at = 0): boolean {
	if (view.byteLength < at + text.length) return false;
	return [...text].every(
		(character, index) => view.getUint8(at + index) === character.charCodeAt(0),
	);
}

// PNG, 11.2.2: the header comes first and holds both.
function pngSize(view: DataView): Size | null {
	const isPng =
		startsWith(view, "\x89PNG\r\n\x1a\n") && startsWith(view, "IHDR", 12);
	if (!isPng || view.byteLength < 24) return null;
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): Size | null {
	if (!startsWith(view, "GIF87a") && !startsWith(view, "GIF89a")) return null;
	if (view.byteLength < 10) return null;
	return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

// RFC 9649: three kinds, each with the size in another place.
function webpSize(view: DataView): Size | null {
	if (!startsWith(view, "RIFF") || !startsWith(view, "WEBP", 8)) return null;
	if (view.byteLength < 30) return null;
	const at24 = (at: number) =>
		view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
	if (startsWith(view, "VP8X", 12))
		return { width: at24(24) + 1, height: at24(27) + 1 };
	if (startsWith(view, "VP8L", 12)) {
		const bits = view.getUint32(21, true);
		return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	if (!startsWith(view, "VP8 ", 12)) return null;
	return {
		width: view.getUint16(26, true) & 0x3fff,
		height: view.getUint16(28, true) & 0x3fff,
	};
}

// ITU T.81, B.2.2: the first start of a frame, behind segments of any length.
function jpegSize(view: DataView): Size | null {
	if (!startsWith(view, "\xff\xd8\xff")) return null;
	let at = 2;
	while (at + 9 <= view.byteLength) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		const isFrame =
			marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame)
			return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return null;
}
