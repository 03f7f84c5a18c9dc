// Writes into a recording how long it is: browsers begin the file before they know, and players then show no length and
// cannot jump. Pure; a file that is built otherwise stays as it is. Elements and their ids: RFC 8794 and RFC 9559.

const ebml = 0x1a45dfa3;
const segment = 0x18538067;
const info = 0x1549a966;
const duration = 0x4489;
const timestampScale = 0x2ad7b1;
const voidElement = 0xec;
const millisecondNs = 1_000_000;
/** Where all of this stands in the files of browsers. */
export const webmHeadBytes = 4_096;

type Element = {
	readonly id: number;
	readonly start: number;
	readonly bodyAt: number;
	/** Null where it goes on as long as the file. */
	readonly bytes: number | null;
};

function numberAt(view: DataView, at: number, length: number): number {
	let value = 0;
	for (let index = 0; index < length; index += 1)
		value = value * 256 + view.getUint8(at + index);
	return value;
}

/** The first byte tells by its leading zeros how many there are. */
const widthAt = (view: DataView, at: number) =>
	Math.clz32(view.getUint8(at)) - 23;

function elementAt(view: DataView, start: number): Element {
	const idWidth = widthAt(view, start);
	const sizeAt = start + idWidth;
	const sizeWidth = widthAt(view, sizeAt);
	// The mark of the width is left out first: with it, a size of eight bytes is beyond what a number holds exactly.
	const first = view.getUint8(sizeAt) & (0xff >> sizeWidth);
	const rest = numberAt(view, sizeAt + 1, sizeWidth - 1);
	const raw = first * 256 ** (sizeWidth - 1) + rest;
	const isOpen = raw >= 2 ** (7 * sizeWidth) - 1;
	return {
		id: numberAt(view, start, idWidth),
		start,
		bodyAt: sizeAt + sizeWidth,
		bytes: isOpen ? null : raw,
	};
}

function find(
	view: DataView,
	id: number,
	from: number,
	to: number,
	mayPass: (element: Element) => boolean,
): Element | null {
	for (let at = from; at < to; ) {
		const element = elementAt(view, at);
		if (element.id === id) return element;
		if (element.bytes === null || !mayPass(element)) return null;
		at = element.bodyAt + element.bytes;
	}
	return null;
}

/** The same beginning with the length in it; null where it is no such file. */
export function withLength(
	head: Uint8Array<ArrayBuffer>,
	ms: number,
): Uint8Array<ArrayBuffer> | null {
	try {
		const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
		const whole = find(view, segment, 0, head.length, ({ id }) => id === ebml);
		// Of a size that is known, it would have to change as well; and such a file is finished.
		if (whole?.bytes !== null) return null;
		// Anything else before it may hold positions, which would be wrong afterwards. Firefox's list of them is empty.
		const about = find(
			view,
			info,
			whole.bodyAt,
			head.length,
			({ id, bytes }) => id === voidElement || bytes === 0,
		);
		if (!about || about.bytes === null) return null;
		const end = about.bodyAt + about.bytes;
		if (end > head.length) return null;
		const inside = (id: number) =>
			find(view, id, about.bodyAt, end, () => true);
		const scale = inside(timestampScale);
		const scaleNs = scale
			? numberAt(view, scale.bodyAt, scale.bytes ?? 0)
			: millisecondNs;
		if (scaleNs <= 0) return null;
		const ticks = (ms * millisecondNs) / scaleNs;
		const old = inside(duration);
		const former = head.subarray(about.bodyAt, end);
		const kept = old
			? [
					head.subarray(about.bodyAt, old.start),
					head.subarray(old.bodyAt + (old.bytes ?? 0), end),
				]
			: [former];
		const bytes = kept.reduce((sum, part) => sum + part.length, 0) + 11;
		return joined([
			head.subarray(0, about.start),
			infoHead(bytes),
			...kept,
			durationElement(ticks),
			head.subarray(end),
		]);
	} catch (error) {
		// Cut off in the middle of an element.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

function infoHead(bytes: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(12));
	view.setUint32(0, info);
	// Eight bytes wide: whatever the size, it fits.
	view.setUint32(4, 0x01000000);
	view.setUint32(8, bytes);
	return new Uint8Array(view.buffer);
}

function durationElement(ticks: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(11));
	view.setUint16(0, duration);
	view.setUint8(2, 0x88);
	view.setFloat64(3, ticks);
	return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const all = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
