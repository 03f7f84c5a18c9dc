// Screen to screen: my code large, their code looked for, and who has read whom.

import type { ComponentChildren } from "preact";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import { QrPicture } from "./parts/qr-picture.tsx";
import { ScanTrouble, Viewfinder } from "./parts/viewfinder.tsx";
import { Opening } from "./their-code.tsx";
import type { CodesView } from "./view.ts";

function Mark(props: { isDone: boolean; text: string; testId: string }) {
	return (
		<li
			class="mark-line"
			data-testid={props.testId}
			data-is-done={props.isDone}
		>
			<span class="mark-dot">{props.isDone && <Icon name="check" />}</span>
			{props.text}
		</li>
	);
}

export function Face(
	props: MeetingView & CodesView & { children: ComponentChildren },
) {
	const { t, meeting } = props;
	const { connect, session } = meeting;
	const { scan, code, problem, progress } = connect.theirs;
	const seen = progress.value;
	const qr = connect.mine.qr.value;
	const isRead = code.value !== null;
	const state = session.state.value;
	const didTheyRead = state === "joining";
	const { is } = scan.state.value;
	const isScanning = is === "asking" || is === "looking";
	return (
		<main class="face">
			<h1 class="unseen">{t.connect.title}</h1>
			<div class="face-code">
				{qr && <QrPicture modules={qr} label={t.connect.qrLabel} />}
			</div>
			<div class="face-side">
				{isScanning && (
					<Viewfinder
						t={t}
						scan={scan}
						note={
							seen
								? t.scan.progress(seen.have, seen.need)
								: code.value && t.face.youRead
						}
					/>
				)}
				<ScanTrouble t={t} scan={scan} />
				<div class="unseen">{props.children}</div>
				<p class="face-lead">{t.face.lead}</p>
				<ul class="marks">
					<Mark
						isDone={isRead}
						text={isRead ? t.face.youRead : t.face.youWait}
						testId="i-read"
					/>
					<Mark
						isDone={didTheyRead}
						text={didTheyRead ? t.face.theyRead : t.face.theyWait}
						testId="they-read"
					/>
				</ul>
				<Opening {...props} />
				{problem.value && (
					<p
						class="trouble"
						role="alert"
						data-testid="problem"
						data-problem={problem.value}
					>
						{t.problem[problem.value]}
					</p>
				)}
				<button
					type="button"
					class="secondary"
					data-testid="unface"
					onClick={connect.unface}
				>
					{t.face.stop}
				</button>
			</div>
		</main>
	);
}
