// The lab's hand inside a namespace: starts one browser there and does what it is told. Run by browser.ts.
// A driver talks to Firefox over a socket, which no namespace lets through; so the driver itself goes in.

import { createTasks, type Launch } from "./tasks.ts";

export type Order = {
	readonly id: number;
	readonly task: string;
	readonly args: readonly unknown[];
};

export type Answer =
	| { readonly id: number; readonly value: unknown }
	| { readonly id: number; readonly error: string };

const { PIGEON_LAB = "" } = process.env;
const answer = (message: Answer) => process.send?.(message);

try {
	const launch = JSON.parse(PIGEON_LAB) as Launch;
	const tasks = await createTasks(launch);
	const named = tasks as unknown as Readonly<
		Record<string, (...args: readonly unknown[]) => unknown>
	>;
	process.on("message", ({ id, task, args }: Order) => {
		void (async () => {
			try {
				answer({ id, value: await named[task]?.(...args) });
			} catch (error) {
				answer({ id, error: String(error) });
			}
		})();
	});
	// Whoever gave the orders is gone.
	process.on("disconnect", () => {
		void tasks.close().finally(() => process.exit());
	});
	answer({ id: 0, value: null });
} catch (error) {
	answer({ id: 0, error: String(error) });
	process.exitCode = 1;
}
