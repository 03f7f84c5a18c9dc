// What is left to be said of a call: how long it was, over which path, and how much went to and fro.

import "./summary.css";
import { Kept } from "./recording.tsx";
import type { CallView } from "./view.ts";

export function Summary({
	meeting,
	words,
}: Pick<CallView, "meeting" | "words">) {
	const { call } = meeting;
	const { summary: t } = words;
	const lasted = call.lastedMs.value;
	const totals = call.extras.value?.quality.totals.value;
	if (lasted === null) return null;
	const rows: readonly (readonly [string, string, string])[] = [
		["lasted", t.lasted, t.duration(lasted)],
		...(totals?.path ? [["path", t.path, t.paths[totals.path]] as const] : []),
		...(totals && totals.sentBytes + totals.receivedBytes > 0
			? [
					[
						"moved",
						t.moved,
						t.bytes(totals.sentBytes, totals.receivedBytes),
					] as const,
				]
			: []),
	];
	return (
		<>
			<dl class="summary" data-testid="summary">
				{rows.map(([id, name, value]) => (
					<div key={id}>
						<dt>{name}</dt>
						<dd data-testid={`summary-${id}`}>{value}</dd>
					</div>
				))}
			</dl>
			<Kept meeting={meeting} words={words} isAfter />
		</>
	);
}
