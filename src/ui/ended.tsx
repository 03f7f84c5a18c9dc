// What is left after a session: why it ended, how long it was, and the way on.

import type { MeetingView } from "./connect.tsx";
import { Reason } from "./parts/details.tsx";
import { Mark } from "./parts/mark.tsx";
import type { LateView } from "./view.ts";

/** What has arrived can still be saved. */
function Left({ meeting, late }: MeetingView & LateView) {
	const files = meeting.call.files.value;
	const Late = late.value;
	const hasFiles = files?.entries.value.some(({ href }) => href !== null);
	if (!files || !Late || !hasFiles) return null;
	return <Late.LeftFiles t={Late.texts} files={files} />;
}

export function Ended(props: MeetingView & LateView) {
	const { app, t, meeting, late } = props;
	const { session, call } = meeting;
	const ending = session.ending.value ?? "byMe";
	const lasted = call.lastedMs.value;
	const Late = late.value;
	const endings = { ...t.ending, ...Late?.trustTexts.ending };
	const isLineKept = !["gone", "refused", "failed"].includes(
		meeting.again.state.value,
	);
	return (
		<main class="arrival">
			<Mark pixels={88} />
			<h1>{lasted === null ? t.ended.failedTitle : t.ended.title}</h1>
			<p
				class="lead"
				role="status"
				data-testid="status"
				data-state={session.state.value}
				data-ending={ending}
			>
				{endings[ending] ?? t.ending.broken}
			</p>
			<Reason {...props} />
			{Late && <Late.Summary meeting={meeting} words={Late.words} />}
			<Left {...props} />
			<div class="actions">
				{Late && <Late.CallAgain meeting={meeting} words={Late.words} />}
				<button
					type="button"
					class={isLineKept ? "secondary" : "primary large"}
					data-testid="start"
					onClick={app.start}
				>
					{t.ended.again}
				</button>
				<button
					type="button"
					class="quiet"
					data-testid="to-start"
					onClick={app.leave}
				>
					{t.ended.home}
				</button>
			</div>
		</main>
	);
}
