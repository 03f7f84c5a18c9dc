// The place for theirs: camera, paste box, picture. It takes anything; what it was is said above it.

import type { MeetingView } from "./connect.tsx";
import { Icon } from "./parts/icon.tsx";
import { Video } from "./parts/video.tsx";

function Scanner({ t, meeting }: MeetingView) {
	const { scan } = meeting.connect;
	const state = scan.state.value;
	const isRunning = state.is === "asking" || state.is === "looking";
	return (
		<>
			{isRunning && (
				<div class="viewfinder">
					<Video
						stream={state.is === "looking" ? state.stream : null}
						label={t.connect.scanLabel}
						testId="scan-video"
						onReady={scan.watch}
						isMuted
					/>
					<p class="viewfinder-hint">
						{state.is === "asking" ? t.media.asking : t.connect.scanning}
					</p>
				</div>
			)}
			<button
				type="button"
				class={isRunning ? "secondary" : "primary"}
				data-testid="scan"
				aria-pressed={isRunning}
				onClick={isRunning ? scan.stop : scan.start}
			>
				<Icon name={isRunning ? "close" : "scan"} />
				{isRunning ? t.connect.scanStop : t.connect.scan}
			</button>
			{state.is === "failed" && (
				<p class="trouble" role="status" data-testid="scan-problem">
					{t.device.camera[state.problem]}
				</p>
			)}
		</>
	);
}

function PasteBox({ t, meeting }: MeetingView) {
	const { connect } = meeting;
	return (
		<label class="paste">
			<span class="paste-name">{t.connect.paste}</span>
			<textarea
				rows={3}
				data-testid="their-code"
				placeholder={t.connect.pastePlaceholder}
				autocomplete="off"
				autocapitalize="off"
				spellcheck={false}
				onInput={({ currentTarget }) => {
					if (currentTarget.value.trim() === "") connect.forgetProblem();
					else if (connect.take(currentTarget.value, "pasted"))
						currentTarget.value = "";
				}}
				onPaste={(event) => {
					const [file] = event.clipboardData?.files ?? [];
					if (!file) return;
					event.preventDefault();
					void connect.takePicture(file);
				}}
			/>
			<span class="hint">{t.connect.pasteHint}</span>
		</label>
	);
}

function PictureButton({ t, meeting }: MeetingView) {
	return (
		<label class="secondary file-button">
			<Icon name="picture" />
			{t.connect.picture}
			<input
				type="file"
				accept="image/*"
				class="unseen"
				data-testid="scan-image"
				onChange={({ currentTarget }) => {
					const [file] = currentTarget.files ?? [];
					if (file) void meeting.connect.takePicture(file);
					currentTarget.value = "";
				}}
			/>
		</label>
	);
}

function Trouble({ t, meeting }: MeetingView) {
	const problem = meeting.connect.problem.value;
	const missing = meeting.connect.missing.value;
	return (
		<div role="alert">
			{problem && (
				<p class="trouble" data-testid="problem" data-problem={problem}>
					{problem === "cutOff" && missing !== null
						? t.connect.cutOffBy(missing)
						: t.problem[problem]}
				</p>
			)}
		</div>
	);
}

export function TheirCodeCard(props: MeetingView) {
	const { app, t, meeting } = props;
	const { connect } = meeting;
	const age = connect.theirAge.value;
	const dropZone = {
		onDragOver: (event: DragEvent) => event.preventDefault(),
		onDrop: (event: DragEvent) => {
			event.preventDefault();
			const [file] = event.dataTransfer?.files ?? [];
			const text = event.dataTransfer?.getData("text");
			if (file) void connect.takePicture(file);
			else if (text) connect.take(text, "pasted");
		},
	};
	return (
		<section class="card theirs" {...dropZone}>
			<div class="card-head">
				<h2>{t.connect.theirs}</h2>
			</div>
			<Trouble {...props} />
			{connect.theirs.value ? (
				<div class="taken" data-testid="taken">
					<span class="taken-mark">
						<Icon name="check" />
					</span>
					<p>{t.connect.taken}</p>
					{age && (
						<p class="hint">
							{t.connect.theirsMade(age.ms)} {age.isOld && t.connect.theirsOld}
						</p>
					)}
					<button type="button" class="inline" onClick={app.renew}>
						{t.connect.startOver}
					</button>
				</div>
			) : (
				<>
					<Scanner {...props} />
					<PasteBox {...props} />
					<PictureButton {...props} />
				</>
			)}
		</section>
	);
}
