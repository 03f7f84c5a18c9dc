// A message as it travels where several connections carry what belongs to one: with a number, by which the other side
// puts all of them in order again, confirms each, and counts none twice.

import { bad, good, type Result } from "../lib/result.ts";
import type { WireProblem } from "./problem.ts";

export type Frame = {
	/** "got" confirms the number, and holds nothing. */
	readonly is: "text" | "bytes" | "got";
	readonly number: number;
	readonly payload: Uint8Array;
};

/** Said once over the first connection: from here on everything comes in frames. */
export const framesFollow = '{"type":"frames"}';

export const frameHeaderBytes = 5;

const kinds = ["text", "bytes", "got"] as const;
const mostFrameBytes = 65_536 + 1_024;

export function packFrame({
	is,
	number,
	payload,
}: Frame): Uint8Array<ArrayBuffer> {
	const packed = new Uint8Array(frameHeaderBytes + payload.length);
	packed[0] = kinds.indexOf(is);
	new DataView(packed.buffer).setUint32(1, number);
	packed.set(payload, frameHeaderBytes);
	return packed;
}

export function unpackFrame(data: unknown): Result<Frame, WireProblem> {
	if (!(data instanceof ArrayBuffer) || data.byteLength < frameHeaderBytes)
		return bad("badField");
	if (data.byteLength > mostFrameBytes) return bad("tooLong");
	const view = new DataView(data);
	const is = kinds[view.getUint8(0)];
	if (!is) return bad("unknownType");
	const payload = new Uint8Array(data, frameHeaderBytes);
	if ((is === "got") !== (payload.length === 0)) return bad("badField");
	return good({ is, number: view.getUint32(1), payload });
}
