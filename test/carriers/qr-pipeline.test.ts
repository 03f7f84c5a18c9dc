import { describe, expect, test } from "vitest";
import type { Decoder } from "../../src/carriers/decoder.ts";
import type { Gray } from "../../src/carriers/gray.ts";
import { jsqr } from "../../src/carriers/jsqr.ts";
import { createPipeline, tilesOf } from "../../src/carriers/qr-pipeline.ts";
import { film } from "../bench/scan-frames.ts";
import { conditions, shares, shown } from "../bench/scan-scenes.ts";
import { draw, link } from "./draw.ts";
import { startInstalledZxing } from "./start-zxing.ts";

const clock = () => performance.now();

const zxing = await startInstalledZxing();

function createWhole() {
	const pipeline = createPipeline(jsqr, clock);
	pipeline.useStrong(zxing);
	return pipeline;
}

const textsOf = (seen: { codes: readonly { text: string }[] }) =>
	seen.codes.map(({ text }) => text);

const one: Gray = draw(640, 480, [
	{ text: link(100), left: 200, top: 100, pixelsPerModule: 5 },
]);

describe.each([
	["with zxing", createWhole],
	["with jsqr alone", () => createPipeline(jsqr, clock)],
])("%s", (_, create) => {
	test.each(["live", "thorough"] as const)("reads a code, %s", (effort) => {
		const seen = create().look(one, effort);
		expect(textsOf(seen)).toEqual([link(100)]);
		expect(seen.hasFinder).toBe(true);
		const [corner] = seen.codes[0]?.corners ?? [];
		expect(Math.abs((corner?.x ?? 0) - 220)).toBeLessThan(4);
		expect(Math.abs((corner?.y ?? 0) - 120)).toBeLessThan(4);
	});

	test("an empty picture brings nothing, and neither does one without pixels", () => {
		const pipeline = create();
		for (const picture of [draw(300, 200, []), draw(0, 0, []), draw(1, 1, [])])
			for (const effort of ["live", "thorough"] as const) {
				const seen = pipeline.look(picture, effort);
				expect(seen.codes).toEqual([]);
				expect(seen.hasFinder).toBe(false);
			}
	});
});

test("filmed codes of this app are read wherever a module spans three pixels, in good light", () => {
	const pipeline = createWhole();
	const light = conditions["good light"];
	if (!light) throw new Error("no such light");
	for (const { kind, text, modules } of shown)
		for (const share of shares) {
			if (kind !== "Pigeon") continue;
			const frame = film(modules, { ...light, share }, 99);
			if (frame.pixelsPerModule < 3) continue;
			expect(textsOf(pipeline.look(frame, "live"))).toEqual([text]);
		}
}, 60_000);

test("what is not read is still seen, and the brightness told", () => {
	const torn = { ...one, luma: one.luma.slice() };
	for (let y = 180; y < 260; y += 1)
		torn.luma.fill(20, y * 640 + 260, y * 640 + 360);
	const seen = createWhole().look(torn, "live");
	expect(seen.codes).toEqual([]);
	expect(seen.hasFinder).toBe(true);
	expect(seen.brightness).toBeGreaterThan(100);
	const night = { ...one, luma: one.luma.map((value) => value / 10) };
	expect(createWhole().look(night, "live").brightness).toBeLessThan(30);
});

test("magnified, only the middle is looked at, and told where it is in the whole", () => {
	const pipeline = createWhole();
	const [near, far] = [link(100), link(60)];
	const middle = { text: near, left: 500, top: 240, pixelsPerModule: 5 };
	const edge = { text: far, left: 20, top: 20, pixelsPerModule: 5 };
	const both = draw(1_280, 720, [middle, edge]);
	const only = draw(1_280, 720, [edge]);
	expect(textsOf(pipeline.look(only, "live"))).toEqual([far]);
	expect(textsOf(pipeline.look(only, "live", 2))).toEqual([]);
	const seen = pipeline.look(both, "live", 2);
	expect(textsOf(seen)).toEqual([near]);
	expect(seen).toMatchObject({ width: 1_280, height: 720 });
	const [corner] = seen.codes[0]?.corners ?? [];
	expect(Math.abs((corner?.x ?? 0) - 520)).toBeLessThan(4);
	expect(Math.abs((corner?.y ?? 0) - 260)).toBeLessThan(4);
});

test("where looking takes long, each frame is looked at in another way, and all get their turn", () => {
	const torn = { ...one, luma: one.luma.slice() };
	for (let y = 180; y < 260; y += 1)
		torn.luma.fill(20, y * 640 + 260, y * 640 + 360);
	let time = 0;
	const asked: string[] = [];
	const pipeline = createPipeline(jsqr, () => time);
	pipeline.useStrong((picture) => {
		time += 100;
		const { luma, width } = picture;
		asked.push(`${width} ${luma.reduce((sum, value) => sum + value, 0)}`);
		return { codes: [], unread: null };
	});
	const waysOf = () => {
		asked.length = 0;
		pipeline.look(torn, "live");
		return asked.slice(2, 3);
	};
	const ways = [1, 2, 3, 4, 5].flatMap(waysOf);
	expect(new Set(ways).size).toBe(5);
});

test("several codes in one picture all come, each once", () => {
	const texts = [10, 60, 110, 160].map(link);
	const picture = draw(
		1_400,
		900,
		texts.map((text, index) => ({
			text,
			left: 40 + (index % 2) * 700,
			top: 30 + Math.floor(index / 2) * 430,
			pixelsPerModule: 4,
		})),
	);
	const seen = createWhole().look(picture, "thorough");
	expect(textsOf(seen).toSorted()).toEqual(texts.toSorted());
});

test.each([1, 2])(
	"a small code somewhere on a tall screen, %i pixels per module",
	(pixelsPerModule) => {
		const picture = draw(1_179, 2_556, [
			{ text: link(160), left: 781, top: 1_763, pixelsPerModule },
		]);
		const seen = createWhole().look(picture, "thorough");
		expect(textsOf(seen)).toEqual([link(160)]);
	},
);

test("light on dark is read as well, live within a few frames", () => {
	const picture = draw(640, 480, [
		{
			text: link(100),
			left: 150,
			top: 80,
			pixelsPerModule: 5,
			isInverted: true,
		},
	]);
	const pipeline = createWhole();
	const frames = Array.from({ length: 4 }, () =>
		textsOf(pipeline.look(picture, "live")),
	);
	expect(frames.flat()).toContain(link(100));
	expect(textsOf(pipeline.look(picture, "thorough"))).toEqual([link(100)]);
});

describe("hostile", () => {
	const saying =
		(...texts: readonly string[]): Decoder =>
		() => ({
			codes: texts.map((text) => ({ text, corners: [] })),
			unread: null,
		});

	test("a text longer than any code is dropped", () => {
		const pipeline = createPipeline(saying("x".repeat(8_001), "short"), clock);
		expect(textsOf(pipeline.look(one, "thorough"))).toEqual(["short"]);
	});

	test("a wall of codes is cut to eight", () => {
		const many = Array.from({ length: 50 }, (_, index) => `code ${index}`);
		const pipeline = createPipeline(saying(...many), clock);
		expect(pipeline.look(one, "thorough").codes).toHaveLength(8);
	});

	test("a decoder that breaks is replaced by the plain one, for good", () => {
		const pipeline = createPipeline(jsqr, clock);
		let asked = 0;
		pipeline.useStrong(() => {
			asked += 1;
			throw new WebAssembly.RuntimeError("unreachable");
		});
		for (let frame = 0; frame < 3; frame += 1)
			expect(textsOf(pipeline.look(one, "live"))).toEqual([link(100)]);
		expect(asked).toBe(1);
	});

	test("a plain decoder that breaks leaves a blind eye, not a dead one", () => {
		const pipeline = createPipeline(() => {
			throw new Error("odd picture");
		}, clock);
		expect(pipeline.look(one, "thorough").codes).toEqual([]);
	});
});

test("tiles cover the picture and stay inside it", () => {
	for (const [width, height] of [
		[10, 10],
		[1_000, 1_001],
		[1_179, 2_556],
		[4_096, 3_072],
	] as const) {
		const tiles = tilesOf({ width, height });
		expect(Math.max(...tiles.map((one) => one.left + one.width))).toBe(width);
		expect(Math.max(...tiles.map((one) => one.top + one.height))).toBe(height);
		for (const tile of tiles) {
			expect(tile.width).toBeGreaterThan(0);
			expect(tile.height).toBeGreaterThan(0);
		}
	}
});
