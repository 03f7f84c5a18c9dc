// Pictures of codes that nobody's screen shows: a shop's, a Wi-Fi's.

import { PNG } from "pngjs";
import { rgbaOf } from "../../../src/carriers/gray.ts";
import { draw, type Placed } from "../../carriers/draw.ts";

export function drawnPng(
	width: number,
	height: number,
	placed: readonly Placed[],
): Buffer {
	const picture = draw(width, height, placed);
	const png = new PNG({ width, height });
	png.data = Buffer.from(rgbaOf(picture).buffer);
	return PNG.sync.write(png);
}
