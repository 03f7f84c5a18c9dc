// How well codes are read: `npm run bench:scan`. Every frame is drawn from a seed and then given to each decoder, in one
// run and on one thread: the times are good for comparing with each other, and with nothing else.

import jsQR from "jsqr";
import { readBarcodes } from "zxing-wasm/reader";
import { type Gray, rgbaOf } from "../../src/carriers/gray.ts";
import { jsqr } from "../../src/carriers/jsqr.ts";
import { createPipeline } from "../../src/carriers/qr-pipeline.ts";
import { startInstalledZxing } from "../carriers/start-zxing.ts";
import { film } from "./scan-frames.ts";
import { conditions, type Shown, shares, shown } from "./scan-scenes.ts";

const lights = Object.entries(conditions);

type Stage = {
	readonly name: string;
	read(picture: Gray, rgba: Uint8ClampedArray): Promise<string | undefined>;
};

type Trial = Pick<Shown, "kind" | "version"> & {
	readonly condition: string;
	readonly pixelsPerModule: number;
	/** One of each for every stage. */
	readonly isRead: readonly boolean[];
	readonly ms: readonly number[];
};

const zxing = await startInstalledZxing();
const whole = createPipeline(jsqr, () => performance.now());
whole.useStrong(zxing);
const early = createPipeline(jsqr, () => performance.now());

const stages: readonly Stage[] = [
	{
		name: "`jsqr`, whole frame",
		async read({ width, height }, rgba) {
			const options = { inversionAttempts: "dontInvert" } as const;
			return jsQR(rgba, width, height, options)?.data;
		},
	},
	{
		name: "`zxing-wasm`, its defaults",
		async read({ width, height }, rgba) {
			const data = new Uint8ClampedArray(rgba);
			const image = { data, width, height, colorSpace: "srgb" } as const;
			const [first] = await readBarcodes(image, { formats: ["QRCode"] });
			return first?.text;
		},
	},
	{
		name: "pipeline, before zxing is there",
		read: async (picture) => early.look(picture, "live").codes[0]?.text,
	},
	{
		name: "pipeline, first look only",
		read: async (picture) => zxing(picture).codes[0]?.text,
	},
	{
		name: "**pipeline**",
		read: async (picture) => whole.look(picture, "live").codes[0]?.text,
	},
];

async function tryAll(
	{ kind, version, text, modules }: Shown,
	[condition, light]: (typeof lights)[number],
	share: number,
	seed: number,
): Promise<Trial> {
	const frame = film(modules, { ...light, share }, seed);
	const rgba = rgbaOf(frame);
	const isRead: boolean[] = [];
	const ms: number[] = [];
	for (const { read } of stages) {
		const startedAt = performance.now();
		const found = await read(frame, rgba);
		ms.push(performance.now() - startedAt);
		isRead.push(found === text);
	}
	const { pixelsPerModule } = frame;
	return { kind, version, condition, pixelsPerModule, isRead, ms };
}

function shareOf(trials: readonly Trial[], stage: number): string {
	if (trials.length === 0) return "–";
	const count = trials.filter(({ isRead }) => isRead[stage]).length;
	return `${Math.round((100 * count) / trials.length)} %`;
}

function quantile(values: readonly number[], at: number): string {
	const sorted = values.toSorted((a, b) => a - b);
	return (sorted[Math.floor(at * (sorted.length - 1))] ?? 0).toFixed(1);
}

function print(head: readonly string[], rows: readonly string[][]): void {
	const rule = head.map((_, index) => (index === 0 ? "---" : "--:"));
	const lines = [head, rule, ...rows].map(
		(cells) => `| ${cells.join(" | ")} |`,
	);
	process.stdout.write(`${lines.join("\n")}\n\n`);
}

const trials: Trial[] = [];
let seed = 0;
for (const one of shown)
	for (const light of lights)
		for (const share of shares) {
			seed += 1;
			// The first frame of all is only there to warm everybody up.
			if (seed === 1) await tryAll(one, light, share, seed);
			trials.push(await tryAll(one, light, share, seed));
		}

const groups = (name: string, keys: readonly [string, Trial[]][]) =>
	print(
		[name, "frames", ...stages.map((stage) => stage.name)],
		keys.map(([key, some]) => [
			key,
			String(some.length),
			...stages.map((_, stage) => shareOf(some, stage)),
		]),
	);
const only = (test: (trial: Trial) => boolean) => trials.filter(test);

print(
	["decoder", "all frames", "median ms", "95 % within ms"],
	stages.map(({ name }, stage) => {
		const times = trials.map(({ ms }) => ms[stage] ?? 0);
		const all = shareOf(trials, stage);
		return [name, all, quantile(times, 0.5), quantile(times, 0.95)];
	}),
);

const isCoarse = ({ pixelsPerModule }: Trial) => pixelsPerModule >= 3;
groups("both kinds", [
	["all", trials],
	["3 or more pixels per module", only(isCoarse)],
]);

for (const kind of ["Pigeon", "lz-string"] as const) {
	const own = (test: (trial: Trial) => boolean) =>
		only((trial) => trial.kind === kind && test(trial));
	const steps = [0, 2, 3, 4, 6, Number.POSITIVE_INFINITY];
	const versions = new Set(own(() => true).map(({ version }) => version));
	groups(`${kind}`, [
		["all", own(() => true)],
		["3 or more pixels per module", own(isCoarse)],
		...steps.slice(1).map((to, index): [string, Trial[]] => {
			const from = steps[index] ?? 0;
			return [
				Number.isFinite(to) ? `${from} to ${to}` : `${from} and more`,
				own(
					({ pixelsPerModule }) =>
						pixelsPerModule >= from && pixelsPerModule < to,
				),
			];
		}),
		...[...versions]
			.toSorted((a, b) => a - b)
			.map((version): [string, Trial[]] => [
				`version ${version}`,
				own((one) => one.version === version),
			]),
		...lights.map(([condition]): [string, Trial[]] => [
			condition,
			own((one) => one.condition === condition),
		]),
	]);
}
