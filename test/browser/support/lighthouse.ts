// What Lighthouse says of a page: on a mid-range phone with a slow line, as it simulates one.

import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";

export type Verdict = {
	/** From 0 to 100, by the name of the category. */
	readonly scores: Readonly<Record<string, number>>;
	/** What was measured, in milliseconds but for the shift. */
	readonly figures: Readonly<Record<string, number>>;
	/** What kept a category from 100, in Lighthouse's words. */
	readonly lost: readonly string[];
};

const categories = ["performance", "accessibility", "best-practices", "seo"];
const figures = [
	"first-contentful-paint",
	"largest-contentful-paint",
	"interactive",
	"total-blocking-time",
	"cumulative-layout-shift",
];

export async function judge(
	url: string,
	executablePath: string,
): Promise<Verdict> {
	const port = await freePort();
	const browser = await chromium.launch({
		executablePath,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			`--remote-debugging-port=${port}`,
			"--disable-background-networking",
		],
	});
	try {
		const result = await lighthouse(url, {
			port,
			onlyCategories: categories,
			logLevel: "silent",
			output: "json",
		});
		if (!result || result.lhr.runtimeError)
			throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message}`);
		const { lhr } = result;
		const lost = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
			auditRefs
				.filter(({ weight }) => weight > 0)
				.map((one) => lhr.audits[one.id])
				.filter((one) => one && one.score !== null && one.score < 0.995)
				.map((one) => `${id}: ${one?.title} (${one?.displayValue ?? "no"})`),
		);
		return {
			scores: Object.fromEntries(
				categories.map((id) => [
					id,
					Math.round((lhr.categories[id]?.score ?? 0) * 100),
				]),
			),
			figures: Object.fromEntries(
				figures.map((id) => [id, lhr.audits[id]?.numericValue ?? Number.NaN]),
			),
			lost,
		};
	} finally {
		await browser.close();
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() =>
				typeof address === "object" && address
					? resolve(address.port)
					: reject(new Error("No port is free")),
			);
		});
	});
}
