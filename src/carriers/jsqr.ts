// The decoder that is there at once and everywhere: plain JavaScript, one code at a time, near and in good light.

import jsQR from "jsqr";
import { type Decoder, nothing } from "./decoder.ts";
import { areaAround, rgbaOf } from "./gray.ts";

export const jsqr: Decoder = (picture, how = {}) => {
	const { width, height } = picture;
	if (Math.min(width, height) < 1) return nothing;
	const found = jsQR(rgbaOf(picture), width, height, {
		inversionAttempts: how.isInverted ? "attemptBoth" : "dontInvert",
	});
	if (!found) return nothing;
	const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } =
		found.location;
	const corners = [
		topLeftCorner,
		topRightCorner,
		bottomRightCorner,
		bottomLeftCorner,
	];
	// What is not text comes back as an empty string.
	return found.data
		? { codes: [{ text: found.data, corners }], unread: null }
		: { codes: [], unread: areaAround(corners) };
};
