// What is kept of a call: the switch and the mark of a recording, on both sides, and pictures of the other.

import "./recording.css";
import { MoreItem } from "./call-more.tsx";
import type { CallView } from "./view.ts";

/** Rows for the menu. */
export function KeepItems({ meeting, words }: CallView) {
	const extras = meeting.call.extras.value;
	if (!extras) return null;
	const { recording, canTakeStill, takeStill } = extras;
	const { keep: t } = words;
	const isOn = recording.isOn.value;
	return (
		<>
			<MoreItem
				icon="record"
				name={isOn ? t.stopRecording : t.record}
				testId="toggle-record"
				isOn={isOn}
				onPress={recording.toggle}
			/>
			{canTakeStill.value && (
				<MoreItem
					icon="picture"
					name={t.still}
					testId="take-still"
					onPress={() => void takeStill()}
				/>
			)}
		</>
	);
}

/** Over the picture all the while, on both sides; a screen reader says it when it begins. */
export function RecordingMarks({ meeting, words }: CallView) {
	const { recording } = meeting.call.extras.value ?? {};
	const { keep: t } = words;
	const isMine = recording?.isOn.value === true;
	const isTheirs = meeting.session.theirMedia.value.recording;
	return (
		<div class="recording-marks">
			<div class="unseen" role="status">
				{isMine && <p data-testid="my-recording">{t.recording}</p>}
			</div>
			{isMine && (
				<button
					type="button"
					class="recording-mark"
					data-testid="stop-recording"
					aria-label={t.stopRecording}
					title={t.stopRecording}
					onClick={recording.toggle}
				>
					<span class="recording-dot" />
					<span class="recording-time">
						{t.length(recording.lengthMs.value)}
					</span>
					<span>{t.stop}</span>
				</button>
			)}
			<div role="status">
				{isTheirs && (
					<p
						class="recording-mark"
						data-testid="their-recording"
						title={t.theyRecordHint}
					>
						<span class="recording-dot" />
						<span>{t.theyRecord}</span>
						<span class="unseen">{t.theyRecordHint}</span>
					</p>
				)}
			</div>
		</div>
	);
}

type Told = Pick<CallView, "meeting" | "words">;

/** What has become of it; also after the call. */
export function Kept({ meeting, words, isAfter }: Told & { isAfter: boolean }) {
	const { recording, still } = meeting.call.extras.value ?? {};
	const told = recording?.state.value;
	const isDue = isAfter || told?.is === "saving" || recording?.isNews.value;
	const state = isDue ? told : undefined;
	const picture = still?.value;
	const { keep: t } = words;
	return (
		<div class="kept" role="status">
			{state?.is === "saving" && <p>{t.saving}</p>}
			{state?.is === "failed" && (
				<p class="trouble" data-testid="recording-problem">
					{t.failed[state.problem]}
				</p>
			)}
			{state?.is === "kept" && (
				<p data-testid="recording-kept">
					<strong>{t.saved}</strong>
					<span>{t.kept(state.name, state.bytes)}</span>
					{state.isCut && <span>{t.cut}</span>}
					<a
						class="inline"
						href={state.href}
						download={state.name}
						data-testid="recording-save"
					>
						{t.saveAgain}
					</a>
				</p>
			)}
			{picture?.is === "saved" && (
				<p data-testid="still-saved">{t.stillSaved(picture.name)}</p>
			)}
			{picture?.is === "failed" && (
				<p class="trouble">{t.failed[picture.problem]}</p>
			)}
		</div>
	);
}
