// A code as the modules of a QR picture. How they are drawn is not decided here.

import { create, type QRCode, type QRCodeErrorCorrectionLevel } from "qrcode";

export type QrModules = {
	readonly size: number;
	readonly isDark: (row: number, column: number) => boolean;
};

const stronger: readonly QRCodeErrorCorrectionLevel[] = ["H", "Q", "M"];

/** The fewest, largest modules that hold the text, and then the strongest correction that fits into as many. */
export function drawQr(text: string): QrModules {
	const smallest = create(text, { errorCorrectionLevel: "L" });
	return modulesOf(strengthen(text, smallest.version) ?? smallest);
}

/** One picture of a moving code: drawn eight times a second, and replaced before its correction could matter. */
export function drawFrame(text: string): QrModules {
	return modulesOf(create(text, { errorCorrectionLevel: "L" }));
}

function modulesOf({ modules }: QRCode): QrModules {
	return {
		size: modules.size,
		isDark: (row, column) => modules.get(row, column) === 1,
	};
}

/** Null where no QR code can hold the text. */
export function qrVersionOf(text: string): number | null {
	try {
		return create(text, { errorCorrectionLevel: "L" }).version;
	} catch {
		return null;
	}
}

function strengthen(text: string, version: number) {
	for (const errorCorrectionLevel of stronger) {
		try {
			return create(text, { version, errorCorrectionLevel });
		} catch {
			// It does not fit: the next weaker one may.
		}
	}
	return null;
}
