// A code or link with one more address in it: whoever knocks there has done what the code says.

import { readCode, writeCode } from "../../../src/codec/code.ts";

export function withTrap(
	code: string,
	address: string,
	port: number | string,
): string {
	const [text = "", page = ""] = code.split("#").toReversed();
	const read = readCode(text);
	if (!read.ok) throw new Error(read.problem);
	const { sdp, madeAt, replyTo } = read.value;
	const trap = `a=candidate:9 1 udp 1 ${address} ${port} typ host\r\n`;
	const written = writeCode(
		{ type: "offer", sdp: sdp.replace("a=ice-ufrag", `${trap}a=ice-ufrag`) },
		{
			now: madeAt ?? 0,
			prune: false,
			...(replyTo === null ? {} : { replyTo }),
		},
	);
	return page === "" ? written.text : `${page}#${written.text}`;
}
