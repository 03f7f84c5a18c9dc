// How the call goes: a mark of three bars in the head of the call, and behind it a sheet with graphs.

import "./quality.css";
import type { Sample } from "../app/quality.ts";
import { Rows } from "./parts/details.tsx";
import { Graph } from "./parts/graph.tsx";
import { Panel } from "./parts/panel.tsx";
import type { CallView } from "./view.ts";

// As many looks as two minutes have.
const room = 60;
// What a quiet call goes up to: below, a graph would make mountains of nothing.
const leastBits = 100_000;
const leastPercent = 10;
const leastMs = 100;

export function QualityMark(props: CallView) {
	const { meeting, stage, words } = props;
	const { quality: t } = words;
	const bars = meeting.call.extras.value?.quality.bars.value ?? null;
	const label = bars === null ? t.unknown : t.bars[bars];
	return (
		<button
			type="button"
			class="quality-mark"
			data-testid="quality"
			data-bars={bars ?? 0}
			aria-expanded={stage.sheet.value === "details"}
			aria-label={`${label}. ${t.open}`}
			title={label}
			onClick={() => stage.toggleSheet("details")}
		>
			<svg viewBox="0 0 20 16" aria-hidden="true">
				{[1, 2, 3].map((bar) => (
					<rect
						key={bar}
						class={bars !== null && bar <= bars ? "is-full" : ""}
						x={bar * 7 - 7}
						y={16 - bar * 5 - 1}
						width="5"
						height={bar * 5 + 1}
						rx="1.5"
					/>
				))}
			</svg>
		</button>
	);
}

function Graphs({
	t,
	samples,
}: {
	t: CallView["words"]["quality"];
	samples: readonly Sample[];
}) {
	const last = samples.at(-1);
	const told = (
		values: readonly (number | null)[],
		format: (value: number) => string,
	) => {
		const known = values.filter((value) => value !== null);
		const now = values.at(-1) ?? null;
		return {
			now: now === null ? t.none : format(now),
			most: known.length > 0 ? format(Math.max(...known)) : t.none,
		};
	};
	const received = samples.map((one) => one.receivedBitsPerSecond);
	const sent = samples.map((one) => one.sentBitsPerSecond);
	const loss = samples.map((one) => one.lossPercent);
	const trips = samples.map((one) => one.path?.roundTripMs ?? null);
	const of = {
		received: told(received, t.rate),
		sent: told(sent, t.rate),
		loss: told(loss, t.percent),
		trips: told(trips, t.ms),
	};
	const frames = last?.framesPerSecond ?? null;
	const concealed = last?.concealedPercent ?? null;
	return (
		<>
			<Graph
				name={t.bitrate}
				testId="graph-bitrate"
				lines={[
					{ look: "second", values: sent },
					{ look: "first", values: received },
				]}
				room={room}
				least={leastBits}
				now={
					<>
						<span class="graph-key is-first">↓</span>
						{` ${of.received.now}  `}
						<span class="graph-key is-second">↑</span>
						{` ${of.sent.now}`}
					</>
				}
				label={`${t.graph(t.received, of.received.now, of.received.most)}. ${t.graph(t.sent, of.sent.now, of.sent.most)}`}
			/>
			<Graph
				name={t.loss}
				testId="graph-loss"
				lines={[{ look: "first", values: loss }]}
				room={room}
				least={leastPercent}
				now={of.loss.now}
				label={t.graph(t.loss, of.loss.now, of.loss.most)}
			/>
			<Graph
				name={t.roundTrip}
				testId="graph-round-trip"
				lines={[{ look: "first", values: trips }]}
				room={room}
				least={leastMs}
				now={of.trips.now}
				label={t.graph(t.roundTrip, of.trips.now, of.trips.most)}
			/>
			{frames !== null && (
				<p class="graph-note">
					<span>{t.frames}</span>
					<output>{t.framesPerSecond(frames)}</output>
				</p>
			)}
			{concealed !== null && (
				<p class="graph-note">
					<span>{t.concealed}</span>
					<output>{t.percent(concealed)}</output>
				</p>
			)}
		</>
	);
}

export function QualitySheet(props: CallView) {
	const { t, meeting, stage, words } = props;
	const quality = meeting.call.extras.value?.quality;
	if (stage.sheet.value !== "details" || !quality) return null;
	const bars = quality.bars.value;
	const samples = quality.samples.value;
	const known = meeting.diagnosis.facts.value;
	// How long the way takes is drawn above.
	const path = known?.path ? { ...known.path, roundTripMs: null } : null;
	const facts = known && { ...known, path };
	return (
		<Panel
			title={bars === null ? words.quality.title : words.quality.bars[bars]}
			closeName={words.quality.close}
			testId="quality-sheet"
			onClose={() => stage.toggleSheet("details")}
		>
			{samples.length === 0 ? (
				<p class="hint">{words.quality.waiting}</p>
			) : (
				<Graphs t={words.quality} samples={samples} />
			)}
			<div class="details">{facts && <Rows t={t} facts={facts} />}</div>
		</Panel>
	);
}
