// The exchange: my code on one side, the place for theirs on the other, and the one next step above both.

import "./connect.css";
import "./scan.css";
import type { Meeting } from "../app/app.ts";
import { Face } from "./face.tsx";
import { After, Stops, say, Ways } from "./guide.tsx";
import { MyCodeCard } from "./my-code.tsx";
import { Details, Reason } from "./parts/details.tsx";
import { Mark } from "./parts/mark.tsx";
import { MediaChoice } from "./parts/media-choice.tsx";
import { AnotherCode, TheirCodeCard, Trouble } from "./their-code.tsx";
import type { CodesView, View } from "./view.ts";

export type MeetingView = View & { readonly meeting: Meeting };

const busySteps: readonly string[] = [
	"making",
	"replying",
	"joining",
	"joiningLong",
];

export function Connect(props: MeetingView & CodesView) {
	const { app, t, meeting } = props;
	const { connect, session } = meeting;
	const step = connect.step.value;
	const isBusy = busySteps.includes(step);
	const isJoining = step === "joining" || step === "joiningLong";
	const isTheirsIn = connect.theirs.code.value !== null;
	// What is below the next step is another page in each of them, drawn anew: nobody sees it leap.
	const phase = isJoining
		? "joining"
		: `${step === "making" ? "making" : "made"} ${isTheirsIn}`;
	const status = (
		<p
			class={isBusy ? "status is-busy" : "status"}
			role="status"
			data-testid="status"
			data-state={session.state.value}
		>
			{say(props)}
		</p>
	);
	if (connect.isFacing.value) return <Face {...props}>{status}</Face>;
	return (
		<main class="connect" data-step={step}>
			<h1 class="unseen">{t.connect.title}</h1>
			<header class="next-step">
				{/* Above all that changes: it stays where it is from the first code to the connection. */}
				<Stops {...props} />
				{status}
				{!isBusy && <After {...props} />}
				{session.isAgain.value && (
					<p class="hint" data-testid="again">
						{t.connect.again}
					</p>
				)}
				{step === "stalled" && (
					<button type="button" class="primary" onClick={session.keepOn}>
						{t.connect.keepOn}
					</button>
				)}
				{!isJoining && <Ways key={`ways ${phase}`} app={app} t={t} />}
			</header>
			{isJoining ? (
				<section class="card joining" data-testid="taken">
					<Mark pixels={112} />
					<Reason {...props} />
					{step === "joiningLong" && (
						<>
							<Trouble {...props} />
							<AnotherCode {...props} />
							<button type="button" class="secondary" onClick={app.renew}>
								{t.connect.startOver}
							</button>
						</>
					)}
				</section>
			) : (
				<div key={phase} class="halves">
					<MyCodeCard {...props} />
					<TheirCodeCard {...props} />
				</div>
			)}
			<Details key={`details ${phase}`} {...props} />
			<details key={`media ${phase}`} class="card before-call">
				<summary>{t.media.title}</summary>
				<MediaChoice app={app} t={t} />
			</details>
			<button
				key={`cancel ${phase}`}
				type="button"
				class="quiet"
				data-testid="cancel"
				onClick={session.isAgain.value ? session.hangUp : app.leave}
			>
				{session.isAgain.value ? t.call.hangUp : t.connect.cancel}
			</button>
		</main>
	);
}
