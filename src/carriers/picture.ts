// A code out of a picture: a screenshot, a photograph, something dropped or pasted.

import { bad, good, type Result } from "../lib/result.ts";
import type { CarrierProblem } from "./problem.ts";
import type { QrReader } from "./qr-reader.ts";
import type { Grab } from "./scan.ts";

export async function readPicture(
	file: Blob,
	grab: Grab,
	reader: QrReader,
): Promise<Result<string, CarrierProblem>> {
	const picture = await grab(file);
	if (!picture) return bad("notAPicture");
	const text = await reader.read(picture);
	return text === null ? bad("noQrInPicture") : good(text);
}
