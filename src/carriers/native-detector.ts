// The browser's own detector, where it has one that works: some have the name and nothing behind it. It runs beside
// our decoders and never instead of them.

import type { Code } from "./decoder.ts";
import type { Picture, Point } from "./qr-reader.ts";

type Detected = {
	readonly rawValue: string;
	readonly cornerPoints: readonly Point[];
};

type Detector = {
	detect(picture: Picture | ImageData): Promise<readonly Detected[]>;
};

export type DetectorClass = {
	new (options: { readonly formats: readonly string[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
};

export type Native = {
	/** Comes back with nothing rather than late, and never rejects. */
	look(picture: Picture): Promise<readonly Code[]>;
};

// It may wait for another process; the camera does not.
const patienceMs = 120;
const maxCodes = 8;
const maxTextChars = 8_000;

/** What it has to read before it is believed: version 1, one number for each row, the leftmost module highest. */
const proofText = "PIGEON";
const proofRows: readonly number[] = [
	0x1fc87f, 0x104c41, 0x174b5d, 0x174d5d, 0x175b5d, 0x104b41, 0x1fd57f,
	0x001900, 0x0676d0, 0x01114f, 0x08c103, 0x0b1675, 0x16caea, 0x001d85,
	0x1fd128, 0x1040f7, 0x174131, 0x175952, 0x175c28, 0x1044c4, 0x1fc952,
];
const proofScale = 8;

export function createNative(
	BarcodeDetector: DetectorClass | undefined,
	createPicture: (
		rgba: Uint8ClampedArray<ArrayBuffer>,
		side: number,
	) => ImageData,
): Native {
	let detector: Detector | null = null;
	let isBusy = false;

	const prove = async (Class: DetectorClass): Promise<void> => {
		if (!(await Class.getSupportedFormats()).includes("qr_code")) return;
		const candidate = new Class({ formats: ["qr_code"] });
		const [first] = await candidate.detect(proofPicture(createPicture));
		if (first?.rawValue === proofText) detector = candidate;
	};
	// Some throw from the very first question: then there is none.
	if (BarcodeDetector) void prove(BarcodeDetector).catch(() => undefined);

	const detect = async (picture: Picture): Promise<readonly Code[]> => {
		if (!detector) return [];
		isBusy = true;
		try {
			const found = await detector.detect(picture);
			return found
				.filter(({ rawValue }) => rawValue && rawValue.length <= maxTextChars)
				.slice(0, maxCodes)
				.map(({ rawValue, cornerPoints }) => ({
					text: rawValue,
					corners: cornerPoints.map(({ x, y }) => ({ x, y })),
				}));
		} catch {
			detector = null;
			return [];
		} finally {
			isBusy = false;
		}
	};

	return {
		look(picture) {
			const late = new Promise<readonly Code[]>((resolve) =>
				setTimeout(resolve, patienceMs, []),
			);
			return detector && !isBusy
				? Promise.race([detect(picture), late])
				: Promise.resolve([]);
		},
	};
}

function proofPicture(
	createPicture: (
		rgba: Uint8ClampedArray<ArrayBuffer>,
		side: number,
	) => ImageData,
): ImageData {
	const quiet = 4;
	const modules = proofRows.length + 2 * quiet;
	const side = modules * proofScale;
	const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let at = 0; at < side * side; at += 1) {
		const row = Math.floor(at / side / proofScale) - quiet;
		const column = Math.floor((at % side) / proofScale) - quiet;
		const bits = proofRows[row] ?? 0;
		const isInside = column >= 0 && column < proofRows.length;
		const isDark = isInside && (bits >> (proofRows.length - 1 - column)) & 1;
		if (isDark) rgba.fill(0, at * 4, at * 4 + 3);
	}
	return createPicture(rgba, side);
}
