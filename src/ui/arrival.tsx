// A link was opened: says who asks for what, and waits for a press.

import "./arrival.css";
import type { Unlocking } from "../app/unlocking.ts";
import type { Arrivals } from "../app/works.ts";
import { Mark } from "./parts/mark.tsx";
import { MediaChoice } from "./parts/media-choice.tsx";
import { QrPicture } from "./parts/qr-picture.tsx";
import type { CodesView, View } from "./view.ts";

function Asked(
	props: View &
		CodesView & {
			arrival: { readonly isOwn: boolean; readonly isAnswered: boolean };
			ageMs: number | null;
		},
) {
	const { app, t, ageMs } = props;
	const { isOwn, isAnswered } = props.arrival;
	const Late = props.codes.value;
	return (
		<main class="arrival">
			<Mark pixels={88} />
			<h1>{t.arrival.title}</h1>
			<p class="lead">{t.arrival.lead}</p>
			{isOwn && (
				<p class="trouble" data-testid="own-invite">
					{t.arrival.own}
				</p>
			)}
			{isAnswered && !isOwn && (
				<p class="trouble" data-testid="answered-before">
					{t.arrival.answered}
				</p>
			)}
			<section class="card">
				<MediaChoice app={app} t={t} />
			</section>
			{Late && (
				<details class="lock giving" data-testid="circle">
					<summary>{Late.texts.giving.before}</summary>
					<Late.Circle app={app} texts={Late.texts.giving} />
				</details>
			)}
			<div class="actions">
				<button
					type="button"
					class="primary large"
					data-testid="answer"
					onClick={app.answer}
				>
					{t.arrival.answer}
				</button>
				<button type="button" class="quiet" onClick={app.leave}>
					{t.arrival.decline}
				</button>
			</div>
			<p class="hint">
				{t.arrival.gives} {ageMs !== null && t.arrival.made(ageMs)}
			</p>
		</main>
	);
}

function Note(
	props: View & {
		is: string;
		title: string;
		text: string;
		problem?: string;
		isOver?: boolean;
		isNewFirst?: boolean;
		children?: preact.ComponentChildren;
	},
) {
	const { app, t } = props;
	return (
		<main class="arrival" data-testid="arrival" data-is={props.is}>
			<Mark pixels={88} />
			<h1>{props.title}</h1>
			{props.problem ? (
				<p class="lead" data-testid="problem" data-problem={props.problem}>
					{props.text}
				</p>
			) : (
				<p class="lead" role="status">
					{props.text}
				</p>
			)}
			<div class="actions">
				{props.children}
				{props.isOver && (
					<button
						type="button"
						class={props.isNewFirst ? "primary" : "secondary"}
						data-testid="start"
						onClick={app.start}
					>
						{t.arrival.newInvite}
					</button>
				)}
				<button
					type="button"
					class="quiet"
					data-testid="to-start"
					onClick={app.leave}
				>
					{t.arrival.home}
				</button>
			</div>
		</main>
	);
}

function LockedLink(
	props: View & CodesView & { unlocking: Unlocking; home: () => void },
) {
	const Late = props.codes.value;
	return (
		<main class="arrival" data-testid="arrival" data-is="locked">
			<Mark pixels={88} />
			{Late && (
				<Late.Unlock texts={Late.texts} unlocking={props.unlocking} isPage />
			)}
			<div class="actions">
				<button type="button" class="quiet" onClick={props.home}>
					{props.t.arrival.home}
				</button>
			</div>
		</main>
	);
}

/** A reply whose page is gone; or one that was opened on the wrong device, and shows the right one what it needs. */
function Orphan(props: View & { isGone: boolean; arrivals: Arrivals }) {
	const { t, isGone, arrivals } = props;
	const qr = arrivals.qr.value;
	const which = isGone ? t.arrival.gone : t.arrival.elsewhere;
	return (
		<Note
			{...props}
			is="orphan"
			title={which.title}
			text={which.text}
			isOver
			isNewFirst={isGone}
		>
			{!isGone && qr && (
				<div class="qr-tile">
					<QrPicture modules={qr} label={t.connect.qrLabel} />
				</div>
			)}
			{!isGone && (
				<button
					type="button"
					class="primary"
					data-testid="copy-reply"
					onClick={arrivals.copyReply}
				>
					{arrivals.isCopied.value ? t.connect.copied : t.arrival.copyReply}
				</button>
			)}
		</Note>
	);
}

export function Arrival(props: View & CodesView) {
	const { app, t } = props;
	const arrivals = app.arrivals.value;
	const arrival = arrivals?.current.value;
	if (!arrivals) return null;
	switch (arrival?.is) {
		case "asked":
			return (
				<Asked {...props} arrival={arrival} ageMs={arrivals.ageMs.value} />
			);
		case "locked":
			return (
				<LockedLink {...props} unlocking={arrival.unlocking} home={app.leave} />
			);
		case "handing":
			return (
				<Note
					{...props}
					is={arrival.is}
					title={t.arrival.handingTitle}
					text={t.arrival.handing}
				/>
			);
		case "handed":
			return (
				<Note
					{...props}
					is={arrival.is}
					title={t.arrival.handedTitle}
					text={t.arrival.handed}
				/>
			);
		case "asleep":
			return (
				<Note
					{...props}
					is={arrival.is}
					title={t.arrival.asleepTitle}
					text={t.arrival.asleep}
				/>
			);
		case "orphan":
			return <Orphan {...props} isGone={arrival.isGone} arrivals={arrivals} />;
		case "unreadable":
			return (
				<Note
					{...props}
					is={arrival.is}
					title={
						arrival.problem === "spentInvite"
							? t.arrival.spentTitle
							: t.arrival.unreadableTitle
					}
					text={t.problem[arrival.problem]}
					problem={arrival.problem}
					isOver
				/>
			);
		default:
			return null;
	}
}
