// My half of the exchange: the same code as a picture, a link and text.

import type { MyCode, QrModules } from "../app/mine.ts";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import { QrPicture } from "./parts/qr-picture.tsx";
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

function Sending({ t, meeting, code }: MeetingView & { code: MyCode }) {
	const { mine } = meeting.connect;
	const sent = mine.sent.value;
	return (
		<div class="sending">
			{mine.canShare && (
				<button
					type="button"
					class="primary"
					data-testid="share"
					onClick={() => mine.share(t.connect.shareText[code.kind])}
				>
					<Icon name={sent === "share" ? "check" : "share"} />
					{t.connect.share}
				</button>
			)}
			<button
				type="button"
				class={mine.canShare ? "secondary" : "primary"}
				data-testid="copy-link"
				onClick={mine.copyLink}
			>
				<Icon name={sent === "link" ? "check" : "link"} />
				{sent === "link" ? t.connect.copied : t.connect.copyLink}
			</button>
			<button
				type="button"
				class="secondary"
				data-testid="copy-text"
				onClick={mine.copyText}
			>
				<Icon name={sent === "text" ? "check" : "copy"} />
				{sent === "text" ? t.connect.copied : t.connect.copyText}
			</button>
		</div>
	);
}

/** Other tools take descriptions as they are. */
function RawButton({ t, meeting }: MeetingView) {
	const { mine } = meeting.connect;
	const isCopied = mine.sent.value === "raw";
	return (
		<button
			type="button"
			class="secondary"
			data-testid="copy-raw"
			onClick={mine.copyRaw}
		>
			<Icon name={isCopied ? "check" : "copy"} />
			{isCopied ? t.connect.copied : t.connect.copyRaw}
		</button>
	);
}

function Raw(props: MeetingView) {
	const { t, meeting } = props;
	const { code, raw } = meeting.connect.mine;
	if (code.value?.kind !== "invite" || raw.value === null) return null;
	return (
		<details class="another">
			<summary>{t.connect.raw}</summary>
			<p class="hint">{t.connect.rawHint}</p>
			<RawButton {...props} />
			<code class="code" data-testid="my-raw">
				{raw.value}
			</code>
		</details>
	);
}

/** Theirs came from another tool, which reads nothing else. */
function RawReply(props: MeetingView & { code: MyCode }) {
	const { t, code } = props;
	return (
		<>
			<p class="hint">{t.connect.rawReply}</p>
			<RawButton {...props} />
			<code class="code" data-testid="my-code" data-kind={code.kind}>
				{code.text}
			</code>
		</>
	);
}

function Code(
	props: MeetingView & CodesView & { code: MyCode; qr: QrModules },
) {
	const { t, meeting, code, qr } = props;
	const { isQrLarge, isMoving } = meeting.connect.mine;
	const isLarge = isQrLarge.value;
	const Late = props.codes.value;
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
			{Late && <Late.Giving {...props} texts={Late.texts} />}
			{Late && <Late.LockMine {...props} texts={Late.texts} />}
			<Sending {...props} />
			<p class="hint">{t.connect.linkHint}</p>
			<Raw {...props} />
			<div class="as-text">
				<code class="code" data-testid="my-code" data-kind={code.kind}>
					{code.text}
				</code>
				<a class="code-link" data-testid="my-link" href={code.link}>
					{t.connect.openLink}
				</a>
			</div>
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
