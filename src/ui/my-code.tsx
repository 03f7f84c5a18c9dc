// My half of the exchange: the same code as a picture, a link and text.

import type { MyCode, QrModules } from "../app/mine.ts";
import type { MeetingView } from "./connect.tsx";
import { Otherwise } from "./guide.tsx";
import { QrPicture } from "./parts/qr-picture.tsx";
import { AsText, Raw, RawReply, Sending } from "./sending.tsx";
import type { CodesView } from "./view.ts";

function Age({ app, t, meeting }: MeetingView) {
	const { mine, theirs } = meeting.connect;
	const age = mine.age.value;
	if (!age || theirs.code.value) return null;
	return (
		<div class="age" data-is-old={age.isOld}>
			<span>{t.connect.made(age.ms)}</span>
			<button
				type="button"
				class="inline"
				data-testid="renew"
				onClick={app.renew}
			>
				{t.connect.renew}
			</button>
			{age.isOld && <p class="hint">{t.connect.old}</p>}
		</div>
	);
}

function Picture({ t, meeting, qr }: MeetingView & { qr: QrModules }) {
	const { isQrLarge, isMoving } = meeting.connect.mine;
	const isLarge = isQrLarge.value;
	return (
		<>
			<button
				type="button"
				class={isLarge ? "qr-tile is-large" : "qr-tile"}
				aria-pressed={isLarge}
				title={isLarge ? t.connect.qrSmall : t.connect.qrLarge}
				onClick={() => {
					isQrLarge.value = !isLarge;
				}}
			>
				<QrPicture modules={qr} label={t.connect.qrLabel} />
				{isLarge && <span class="qr-close">{t.connect.qrSmall}</span>}
			</button>
			<p class="hint centred">
				{isMoving.value ? t.connect.qrMoving : t.connect.qrHint}
			</p>
		</>
	);
}

function Code(
	props: MeetingView & CodesView & { code: MyCode; qr: QrModules },
) {
	const { app, t } = props;
	const Late = props.codes.value;
	const { way, isChosen } = app.guide;
	const isMessage = way.value === "message";
	const hasCamera = !app.settings.value.without.includes("camera");
	// Whoever chose to send it needs no letters to read.
	const isTextLast = isMessage && isChosen.value;
	const text = (
		<>
			<AsText {...props} />
			<Raw {...props} />
		</>
	);
	const picture = (hasCamera || isTextLast) && (
		<Otherwise key="picture" app={app} t={t} way="beside">
			{hasCamera && <Picture {...props} />}
			{isTextLast && text}
		</Otherwise>
	);
	return (
		<>
			{!isMessage && picture}
			<Otherwise key="message" app={app} t={t} way="message">
				<Sending {...props} />
				{!isTextLast && text}
			</Otherwise>
			{isMessage && picture}
			{Late && <Late.Giving {...props} texts={Late.texts} />}
			{Late && <Late.LockMine {...props} texts={Late.texts} />}
		</>
	);
}

function MyTrouble({ app, t, meeting }: MeetingView) {
	const { mine, theirs } = meeting.connect;
	const problem = mine.problem.value;
	// One problem at a time: what they sent comes first.
	if (!problem || theirs.problem.value) return null;
	// Where it reaches, not that anything has failed.
	if (problem === "onlyNames")
		return (
			<p class="hint" data-testid="reach" data-reach={problem}>
				{t.problem[problem]}
			</p>
		);
	return (
		<div class="trouble" role="alert">
			<p data-testid="problem" data-problem={problem}>
				{t.problem[problem]}
			</p>
			{(problem === "noAddress" || problem === "noServer") && (
				<button type="button" class="secondary" onClick={app.renew}>
					{t.connect.retry}
				</button>
			)}
			{problem === "noAddress" && (
				<button type="button" class="secondary" onClick={app.renewWithCamera}>
					{t.connect.retryWithCamera}
				</button>
			)}
		</div>
	);
}

export function MyCodeCard(props: MeetingView & CodesView) {
	const { t, meeting } = props;
	const { mine } = meeting.connect;
	const code = mine.code.value;
	const qr = mine.qr.value;
	return (
		<section class="card mine" aria-busy={code === null}>
			<div class="card-head">
				<h2>{code ? t.connect.mine[code.kind] : t.connect.mineMaking}</h2>
				<Age {...props} />
			</div>
			<MyTrouble {...props} />
			{code && mine.isRawOnly.value ? (
				<RawReply {...props} code={code} />
			) : code && qr ? (
				<Code {...props} code={code} qr={qr} />
			) : (
				<div class="qr-tile is-waiting" />
			)}
		</section>
	);
}
