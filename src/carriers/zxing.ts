// The decoder that reads nearly everything: zxing-cpp as WebAssembly. It takes about as long as a frame to start.

import {
	prepareZXingModule,
	type ZXingPosition,
	type ZXingReaderOptions,
} from "zxing-wasm/reader";
import { type Code, type Decoder, nothing } from "./decoder.ts";
import { type Area, areaAround } from "./gray.ts";
import type { Point } from "./qr-reader.ts";

// The decoder's lengths are 16 bits wide.
const maxSide = 0xff_ff;

const options: ZXingReaderOptions = {
	formats: "QRCode",
	tryHarder: true,
	// Of no use to square codes, which are found at any angle.
	tryRotate: false,
	tryInvert: false,
	// Without it, what is near the camera is not read at all.
	tryDownscale: true,
	tryDenoise: false,
	binarizer: 0,
	isPure: false,
	downscaleFactor: 3,
	downscaleThreshold: 500,
	minLineCount: 2,
	maxNumberOfSymbols: 1,
	validateOptionalChecksum: false,
	returnErrors: true,
	eanAddOnSymbol: 0,
	// The content as it is: the default spells out control characters.
	textMode: 0,
	characterSet: 0,
	tryCode39ExtendedMode: false,
};

/** Of its memory, the slice that we use. */
type Memory = {
	readonly HEAPU8: Uint8Array;
	_malloc(byteCount: number): number;
	_free(address: number): void;
};

/** Rejects where WebAssembly is missing or forbidden. The binary comes from us: left alone, it asks a stranger's host. */
export async function startZxing(wasmBinary: ArrayBuffer): Promise<Decoder> {
	const started = await prepareZXingModule({
		// It would say on the console what the caller is told anyway.
		overrides: { wasmBinary, printErr: () => undefined },
		fireImmediately: true,
	});
	const module = started as typeof started & Memory;
	return ({ luma, width, height }, how = {}) => {
		if (Math.min(width, height) < 1 || Math.max(width, height) > maxSide)
			return nothing;
		const codes: Code[] = [];
		let unread: Area | null = null;
		const at = module._malloc(luma.length);
		if (at === 0) return nothing;
		try {
			module.HEAPU8.set(luma, at);
			const results = module.readBarcodesFromPixmap(at, width, height, {
				...options,
				tryDenoise: how.isDenoised ?? false,
				tryInvert: how.isInverted ?? false,
				maxNumberOfSymbols: how.maxCodes ?? 1,
			});
			for (let index = 0; index < results.size(); index += 1) {
				const result = results.get(index);
				if (!result) continue;
				const { isValid, text, position } = result;
				if (isValid && text) codes.push({ text, corners: cornersOf(position) });
				else unread = areaAround(cornersOf(position));
			}
		} finally {
			module._free(at);
		}
		return { codes, unread };
	};
}

function cornersOf(position: ZXingPosition): readonly Point[] {
	const { topLeft, topRight, bottomRight, bottomLeft } = position;
	return [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
		x,
		y,
	}));
}
