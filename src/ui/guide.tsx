// The two ways on which codes travel, to choose from, and how far along the chosen one the two are.

import "./guide.css";
import type { ComponentChildren } from "preact";
import { dueOf, stopsOf, type Way } from "../app/guide.ts";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";

const icons = { beside: "face", message: "send" } as const;

export function isScanning({ meeting }: Pick<MeetingView, "meeting">): boolean {
	const { is } = meeting.connect.theirs.scan.state.value;
	return is === "asking" || is === "looking";
}

/** The one next step, in a sentence. */
export function say(props: MeetingView): string {
	const { app, t, meeting } = props;
	const step = meeting.connect.step.value;
	const way = app.guide.way.value;
	const due = dueOf(step, isScanning(props));
	const isPasted = app.isPasteFirst && way !== "beside";
	if (due === "waitForReply" && isPasted) return t.guide.pasteReply;
	if (!way || !due || step === "crossed") return t.connect.step[step];
	return t.guide.say[way][due];
}

/** What comes after it. */
export function After(props: MeetingView) {
	const { app, t, meeting } = props;
	const way = app.guide.way.value;
	const due = dueOf(meeting.connect.step.value, isScanning(props));
	return way && due ? <p class="after">{t.guide.after[way][due]}</p> : null;
}

export function Stops(props: MeetingView) {
	const { app, t, meeting } = props;
	const way = app.guide.way.value;
	if (!way) return null;
	const stops = stopsOf(way, meeting.connect.step.value, isScanning(props));
	return (
		<ol class="stops" aria-label={t.guide.steps} data-testid="stops">
			{stops.map(([stop, place], at) => (
				<li
					key={stop}
					data-place={place}
					aria-current={place === "now" ? "step" : undefined}
				>
					<span class="stop-mark" aria-hidden="true">
						{place === "done" ? <Icon name="check" /> : at + 1}
					</span>
					<span class="unseen">{t.guide.place[place]}: </span>
					{t.guide.stop[stop]}
				</li>
			))}
		</ol>
	);
}

export function Ways({ app, t }: Pick<MeetingView, "app" | "t">) {
	const { guide, settings } = app;
	const way = guide.way.value;
	// Without pictures one way is left, and nothing to choose.
	if (settings.value.without.includes("camera")) return null;
	return (
		<fieldset class="ways" data-is-open={way === null}>
			<legend class={way === null ? "" : "unseen"}>{t.guide.title}</legend>
			{(["beside", "message"] as const).map((one) => {
				const [name, hint] = t.guide.way[one];
				const isOn = way === one && guide.isChosen.value;
				return (
					<button
						key={one}
						type="button"
						class="way"
						data-testid={`way-${one}`}
						aria-pressed={isOn}
						// Pressed once more, it shows both again.
						onClick={() => guide.choose(isOn ? null : one)}
					>
						<Icon name={icons[one]} />
						<span class="way-name">{name}</span>
						{way === null && <span class="way-hint">{hint}</span>}
					</button>
				);
			})}
		</fieldset>
	);
}

/** What is not on the chosen way: folded away where the person chose it, at hand where it was only a guess. */
export function Otherwise(props: {
	app: MeetingView["app"];
	t: MeetingView["t"];
	/** The way that it is for. */
	way: Way;
	children: ComponentChildren;
}) {
	const { guide } = props.app;
	const way = guide.way.value;
	if (way === null || way === props.way)
		return <div class="carriers">{props.children}</div>;
	return (
		<details class="otherwise" open={!guide.isChosen.value}>
			<summary>{props.t.guide.otherwise}</summary>
			<div class="carriers">{props.children}</div>
		</details>
	);
}
