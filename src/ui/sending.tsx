// My code on its way into a message: the share sheet first, which keeps this page in front.

import type { MyCode } from "../app/mine.ts";
import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";

export function Sending({
	app,
	t,
	meeting,
	code,
}: MeetingView & { code: MyCode }) {
	const { mine } = meeting.connect;
	const { without } = app.settings.value;
	const sent = mine.sent.value;
	const hasShare = mine.canShare && !without.includes("share");
	// Once it is out, something else is next.
	const main = sent === null ? "primary" : "secondary";
	const hasLink = !mine.isLinkless && !without.includes("link");
	return (
		<>
			<div class="sending">
				{hasShare && (
					<button
						type="button"
						class={main}
						data-testid="share"
						onClick={() => mine.share(t.connect.shareText[code.kind])}
					>
						<Icon name={sent === "share" ? "check" : "share"} />
						{t.connect.share}
					</button>
				)}
				{hasLink && (
					<button
						type="button"
						class={hasShare ? "secondary" : main}
						data-testid="copy-link"
						onClick={mine.copyLink}
					>
						<Icon name={sent === "link" ? "check" : "link"} />
						{sent === "link" ? t.connect.copied : t.connect.copyLink}
					</button>
				)}
				<button
					type="button"
					class={hasShare || hasLink ? "secondary" : main}
					data-testid="copy-text"
					onClick={mine.copyText}
				>
					<Icon name={sent === "text" ? "check" : "copy"} />
					{sent === "text" ? t.connect.copied : t.connect.copyText}
				</button>
			</div>
			<p class="hint" role="status" data-testid="sent" data-is={sent}>
				{sent ? t.guide.sent[sent] : hasLink ? t.connect.linkHint : ""}
			</p>
		</>
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

export function Raw(props: MeetingView) {
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
export function RawReply(props: MeetingView & { code: MyCode }) {
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

export function AsText({
	app,
	t,
	meeting,
	code,
}: MeetingView & { code: MyCode }) {
	const hasLink =
		!meeting.connect.mine.isLinkless &&
		!app.settings.value.without.includes("link");
	return (
		<div class="as-text">
			<code class="code" data-testid="my-code" data-kind={code.kind}>
				{code.text}
			</code>
			{hasLink && (
				<a class="code-link" data-testid="my-link" href={code.link}>
					{t.connect.openLink}
				</a>
			)}
		</div>
	);
}
