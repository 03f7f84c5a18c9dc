// Who is called what in the lab's internet: a name server that knows the app's own servers and nobody else, and writes
// down every name that it was asked for. Run inside the internet's namespace, by servers.ts.

import { createSocket } from "node:dgram";
import { appendFileSync } from "node:fs";

const type = { a: 1, aaaa: 28 } as const;
const ttlSeconds = 60;

type Known = {
	readonly [name: string]: { readonly 4: string; readonly 6: string };
};

const { PIGEON_LAB = "" } = process.env;
const [known, listening, log] = JSON.parse(PIGEON_LAB) as [
	known: Known,
	listening: readonly (readonly [4 | 6, string])[],
	log: string,
];

for (const [family, address] of listening) {
	const socket = createSocket(family === 4 ? "udp4" : "udp6");
	socket.on("message", (query, from) => {
		const { name, end, kind } = question(query);
		appendFileSync(log, `${name}\n`);
		socket.send(
			answer(query.subarray(0, end), kind, known[name]),
			from.port,
			from.address,
		);
	});
	socket.bind(53, address, () => process.send?.("ready"));
}
process.on("disconnect", () => process.exit());

// RFC 1035, 4.1.2: labels with their lengths, a zero, the type, the class.
function question(query: Buffer): { name: string; end: number; kind: number } {
	const labels: string[] = [];
	let at = 12;
	for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
		labels.push(query.toString("latin1", at + 1, at + 1 + length));
		at += length + 1;
	}
	const name = labels.join(".").toLowerCase();
	return { name, end: at + 5, kind: query.readUInt16BE(at + 1) };
}

function answer(
	query: Buffer,
	kind: number,
	found: Known[string] | undefined,
): Buffer {
	const data =
		kind === type.a
			? packed(found?.[4])
			: kind === type.aaaa
				? packed(found?.[6])
				: null;
	const head = Buffer.from(query);
	head.writeUInt16BE(found ? 0x8180 : 0x8183, 2); // an answer; or "no such name"
	head.writeUInt16BE(data ? 1 : 0, 6);
	head.writeUInt32BE(0, 8);
	if (!data) return head;
	const record = Buffer.alloc(12);
	record.writeUInt16BE(0xc00c, 0); // the name that was asked for
	record.writeUInt16BE(kind, 2);
	record.writeUInt16BE(1, 4);
	record.writeUInt32BE(ttlSeconds, 6);
	record.writeUInt16BE(data.length, 10);
	return Buffer.concat([head, record, data]);
}

function packed(address: string | undefined): Buffer | null {
	if (!address) return null;
	if (!address.includes(":"))
		return Buffer.from(address.split(".").map(Number));
	const [left = "", right = ""] = address.split("::");
	const words = (part: string) => part.split(":").filter(Boolean);
	const zeros = 8 - words(left).length - words(right).length;
	const all = [...words(left), ...Array(zeros).fill("0"), ...words(right)];
	return Buffer.from(all.map((word) => word.padStart(4, "0")).join(""), "hex");
}
