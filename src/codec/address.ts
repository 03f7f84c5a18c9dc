// The addresses of candidates ⇄ bytes: IPv4, IPv6, mDNS names made of a UUID, and other names.
// What comes out of bytes is a plain address or host name, never anything that could end a line.

import { type Cursor, hex, unhex, varint } from "./bytes.ts";

export type Family = "ipv4" | "ipv6" | "mdns" | "name";

const mdns =
	/^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/;
// A letter in the last label keeps half-written IPv4 addresses out.
const hostName = /^(?=.{1,253}$)[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9-]*$/;

export function packAddress(
	address: string,
): { readonly family: Family; readonly bytes: readonly number[] } | null {
	const four = packIpv4(address);
	if (four !== null) return { family: "ipv4", bytes: four };
	const six = packIpv6(address);
	if (six !== null) return { family: "ipv6", bytes: six };
	const uuid = mdns.exec(address);
	if (uuid !== null)
		return { family: "mdns", bytes: unhex(uuid.slice(1).join("")) };
	if (!hostName.test(address)) return null;
	const letters = [...address].map((letter) => letter.charCodeAt(0));
	return { family: "name", bytes: [...varint(letters.length), ...letters] };
}

export function unpackAddress(family: Family, cursor: Cursor): string | null {
	if (family === "ipv4") return cursor.take(4).join(".");
	if (family === "ipv6") return unpackIpv6(cursor.take(16));
	if (family === "mdns") {
		const digits = hex(cursor.take(16));
		const cuts = [0, 8, 12, 16, 20, 32];
		const parts = cuts.slice(1).map((end, at) => digits.slice(cuts[at], end));
		return `${parts.join("-")}.local`;
	}
	const length = cursor.varint();
	if (length > cursor.rest()) return null;
	const name = String.fromCharCode(...cursor.take(length));
	return packAddress(name)?.family === "name" ? name : null;
}

function packIpv4(address: string): number[] | null {
	if (!/^(?:(?:0|[1-9][0-9]{0,2})(?:\.|$)){4}$/.test(address)) return null;
	if (address.endsWith(".")) return null;
	const parts = address.split(".").map(Number);
	return parts.every((part) => part <= 255) ? parts : null;
}

function packIpv6(address: string): number[] | null {
	if (!/^[0-9A-Fa-f:.]{2,45}$/.test(address)) return null;
	const halves = address.split("::");
	const [front = "", back] = halves;
	const head = groups(front);
	const tail = groups(back ?? "");
	if (halves.length > 2 || head === null || tail === null) return null;
	const gap = 16 - head.length - tail.length;
	if (back === undefined ? gap !== 0 : gap < 2) return null;
	return [...head, ...Array<number>(gap).fill(0), ...tail];
}

function groups(half: string): number[] | null {
	if (half === "") return [];
	const parts = half.split(":");
	const four = packIpv4(parts.at(-1) ?? "");
	const plain = four === null ? parts : parts.slice(0, -1);
	if (!plain.every((part) => /^[0-9A-Fa-f]{1,4}$/.test(part))) return null;
	return [
		...unhex(plain.map((part) => part.padStart(4, "0")).join("")),
		...(four ?? []),
	];
}

/** RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups cut out. */
function unpackIpv6(bytes: Uint8Array): string {
	const all = Array.from({ length: 8 }, (_, at) =>
		((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16),
	).join(":");
	const runs = all.match(/(?<![^:])0(?::0)+(?![^:])/g) ?? [];
	const longest = runs.reduce((a, b) => (b.length > a.length ? b : a), "");
	if (longest === "") return all;
	const start = all.search(new RegExp(`(?<![^:])${longest}(?![^:])`));
	const before = all.slice(0, start).replace(/:$/, "");
	const after = all.slice(start + longest.length).replace(/^:/, "");
	return `${before}::${after}`;
}
