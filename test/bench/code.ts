// How large a code is, beside what else could be carried: `npm run bench:code`. Everything is measured in this run, on
// the descriptions in test/sdp. Each row is the median of its group, and of the smallest invites the largest.

import {
	brotliCompressSync,
	deflateRawSync,
	constants as zlib,
} from "node:zlib";
import lzString from "lz-string";
import { create } from "qrcode";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { type Captured, captured, withCandidates } from "../codec/captured.ts";

type Row = { readonly name: string; readonly values: readonly number[] };

const prefix = "https://user.github.io/app/#";

const columns = [
	"raw SDP",
	"`lz-string`, chars",
	"deflate",
	"brotli",
	"QWBP *",
	"**Pigeon**",
	"Pigeon, chars",
	"`lz-string`, QR-L",
	"**Pigeon, QR-L**",
	"**Pigeon, QR-M**",
];

function versionOf(text: string, level: "L" | "M"): number {
	try {
		return create(text, { errorCorrectionLevel: level }).version;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}

/** By its public description: 34 bytes, and 7 or 19 for each candidate. Only a data channel, and it edits local SDP. */
function qwbpSize(sdp: string): number {
	const candidates = sdp.match(/^a=candidate:.*$/gm) ?? [];
	const sizes = candidates.map((line) =>
		/^\S+ \S+ \S+ \S+ \d+\.\d+\.\d+\.\d+ /.test(line) ? 7 : 19,
	);
	return sizes.reduce((sum, size) => sum + size, 34);
}

function measure({ type, sdp }: Pick<Captured, "type" | "sdp">): number[] {
	const code = writeCode({ type, sdp }, { now: 0 });
	const read = readCode(code.text, 0);
	if (!read.ok) throw new Error(read.problem);
	const lz = lzString.compressToEncodedURIComponent(sdp);
	return [
		sdp.length,
		lz.length,
		deflateRawSync(sdp, { level: 9 }).length,
		brotliCompressSync(sdp, {
			params: { [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT },
		}).length,
		code.format === "card" ? qwbpSize(read.value.sdp) : Number.NaN,
		code.bytes.length,
		code.text.length,
		versionOf(prefix + lz, "L"),
		versionOf(prefix + code.digits, "L"),
		versionOf(prefix + code.digits, "M"),
	];
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

function rowOf(
	name: string,
	group: readonly Pick<Captured, "type" | "sdp">[],
	pick: (values: readonly number[]) => number = median,
): Row {
	const all = group.map(measure);
	const values = columns.map((_, index) =>
		pick(all.map((one) => one[index] ?? Number.NaN)),
	);
	return { name, values };
}

const largest = (values: readonly number[]) => Math.max(...values);

function print(title: string, rows: readonly Row[]): void {
	const cell = (value: number) => {
		if (Number.isNaN(value)) return "–";
		return Number.isFinite(value) ? String(value) : "none";
	};
	const lines = [
		[title, ...columns],
		[title, ...columns].map((_, index) => (index === 0 ? "---" : "--:")),
		...rows.map(({ name, values }) => [name, ...values.map(cell)]),
	];
	process.stdout.write(
		`${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n`,
	);
}

const host = (address: string) => `udp \\d+ ${address} \\d+ typ host`;
const v4 = host("\\d+\\.\\d+\\.\\d+\\.\\d+");
const v6 = host("[0-9a-f]*:[0-9a-f:]+");
const name = host("\\S+\\.local");

function only(pattern: string, group: string, count: number) {
	return captured
		.filter((one) => one.name.includes(group))
		.map(({ type, sdp }) => ({
			type,
			sdp: withCandidates(sdp, new RegExp(pattern, "i"), count),
		}));
}

print("an invite with", [
	rowOf("one IPv4 address", only(v4, "offer-data-ip-nostun", 1), largest),
	rowOf("one mDNS name", only(name, "offer-data-mdns-nostun", 1), largest),
	rowOf(
		"IPv4, IPv6 and a public address",
		only(`${v4}|${v6}|typ srflx`, "offer-data-ip-stun", 3),
		largest,
	),
]);

const rows: Row[] = [];
for (const content of ["data", "av"])
	for (const type of ["offer", "answer"] as const)
		for (const browser of ["chromium", "firefox"])
			for (const addresses of ["ip", "mdns"]) {
				const group = captured.filter(
					(one) =>
						one.type === type &&
						one.name.startsWith(browser) &&
						one.name.includes(`-${content}-${addresses}-`),
				);
				const words = content === "av" ? "audio, video, data" : "data";
				rows.push(rowOf(`${browser}, ${type}, ${words}, ${addresses}`, group));
			}
print("as captured", rows);
