// A code as the modules of a QR picture. How they are drawn is not decided here.

import { create } from "qrcode";

export type QrModules = {
	readonly size: number;
	readonly isDark: (row: number, column: number) => boolean;
};

/** Level L: a screen is not scratched, and fewer, larger modules are read from further away. */
export function drawQr(text: string): QrModules {
	const { modules } = create(text, { errorCorrectionLevel: "L" });
	return {
		size: modules.size,
		isDark: (row, column) => modules.get(row, column) === 1,
	};
}
