// Codes out of a picture: a screenshot, a photograph, something dropped or pasted.

import { bad, good, type Result } from "../lib/result.ts";
import type { CarrierProblem } from "./problem.ts";
import type { QrReader } from "./qr-reader.ts";
import type { Grab } from "./scan.ts";

/** All that are in it: a screenshot may well show a shop's code beside the one that is meant. */
export async function readPicture(
	file: Blob,
	grab: Grab,
	reader: QrReader,
): Promise<Result<readonly string[], CarrierProblem>> {
	const picture = await grab(file);
	if (!picture) return bad("notAPicture");
	const { codes } = await reader.look(picture, "thorough");
	return codes.length > 0
		? good(codes.map(({ text }) => text))
		: bad("noQrInPicture");
}
