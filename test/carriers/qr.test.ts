import jsQR from "jsqr";
import { create } from "qrcode";
import { expect, test } from "vitest";
import { drawQr, type QrModules } from "../../src/carriers/qr.ts";

/** What a perfect camera sees of it. */
function film({ size, isDark }: QrModules): string | undefined {
	const pixels = 4;
	const side = (size + 8) * pixels;
	const picture = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y += 1)
		for (let x = 0; x < side; x += 1) {
			const [row, column] = [y, x].map((at) => Math.floor(at / pixels) - 4);
			const isInside = [row, column].every(
				(at) => at !== undefined && at >= 0 && at < size,
			);
			if (isInside && isDark(row ?? 0, column ?? 0))
				picture.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	return jsQR(picture, side, side)?.data;
}

const link = (digits: number) =>
	`https://user.github.io/app/#${"1234567890".repeat(50).slice(0, digits)}`;

test.each([10, 97, 160, 210, 260, 400])(
	"a link with %i digits is read again",
	(digits) => {
		expect(film(drawQr(link(digits)))).toBe(link(digits));
	},
);

test("correction never costs a module", () => {
	for (let digits = 1; digits < 300; digits += 7) {
		const { version } = create(link(digits), { errorCorrectionLevel: "L" });
		expect(drawQr(link(digits)).size).toBe(17 + 4 * version);
	}
});

test("what room there is goes into correction", () => {
	const bare = create(link(10), { errorCorrectionLevel: "L" });
	const drawn = drawQr(link(10));
	const same = Array.from({ length: drawn.size ** 2 }, (_, at) =>
		Number(drawn.isDark(Math.floor(at / drawn.size), at % drawn.size)),
	).every((bit, at) => bit === bare.modules.data[at]);
	expect(same).toBe(false);
});
