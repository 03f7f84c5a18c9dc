// The call: the pictures, the controls, and the chat beside them.

import "./call.css";
import "./call-panels.css";
import { Controls } from "./call-controls.tsx";
import { Sheets } from "./call-more.tsx";
import { SafetyMark } from "./call-safety.tsx";
import { StageView } from "./call-stage.tsx";
import { Chat } from "./chat.tsx";
import { Joined } from "./joined.tsx";
import { QualityMark } from "./quality.tsx";
import type { CallView } from "./view.ts";

const looks: Readonly<Record<string, string>> = {
	recovering: "is-busy",
	severed: "is-lost",
};

function Head(props: CallView) {
	const { t, meeting } = props;
	const { session, call } = meeting;
	const state = session.state.value;
	const lasted = call.lastedMs.value;
	// As they call themselves: whoever that is.
	const name = session.theirName.value;
	return (
		<header class="call-head">
			<p
				class={`status ${looks[state] ?? "is-good"}`}
				role="status"
				data-testid="status"
				data-state={state}
			>
				{state === "connected" && t.call.connected}
				{state === "connected" && name !== "" && (
					<bdi class="their-name" data-testid="their-name" title={name}>
						{name}
					</bdi>
				)}
				{state === "recovering" && t.call.recovering}
				{state === "severed" && t.call.severed}
			</p>
			{lasted !== null && (
				<span class="duration">{t.call.duration(lasted)}</span>
			)}
			<SafetyMark {...props} />
			<QualityMark {...props} />
		</header>
	);
}

export function Call(props: CallView) {
	const { meeting, stage } = props;
	const isChatOpen = meeting.call.isChatOpen.value;
	return (
		<main class="call" data-is-chat-open={isChatOpen}>
			<h1 class="unseen">{props.t.call.title}</h1>
			<div
				class="call-room"
				onPointerDown={() => {
					stage.sheet.value = null;
				}}
			>
				<StageView {...props} />
				{isChatOpen && <Chat {...props} />}
			</div>
			<div class="call-bar">
				<Head {...props} />
				<Controls {...props} />
			</div>
			<Sheets {...props} />
			<Joined {...props} />
		</main>
	);
}
