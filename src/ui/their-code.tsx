// The place for theirs: camera, paste box, picture. It takes anything; what it was is said above it.

import { type Remedy, remedyFor } from "../app/remedy.ts";
import type { MeetingView } from "./connect.tsx";
import { Otherwise } from "./guide.tsx";
import { Icon } from "./parts/icon.tsx";
import { ScanTrouble, Viewfinder } from "./parts/viewfinder.tsx";
import { PasteBox } from "./paste-box.tsx";
import type { CodesView } from "./view.ts";

function Scanner({ t, meeting }: MeetingView) {
	const { scan, progress } = meeting.connect.theirs;
	const seen = progress.value;
	const state = scan.state.value;
	const isRunning = state.is === "asking" || state.is === "looking";
	return (
		<>
			{isRunning && (
				<Viewfinder
					t={t}
					scan={scan}
					note={seen && t.scan.progress(seen.have, seen.need)}
				/>
			)}
			<div class="sending">
				<button
					type="button"
					class={isRunning ? "secondary" : "primary"}
					data-testid="scan"
					aria-pressed={isRunning}
					onClick={isRunning ? scan.stop : () => scan.start("environment")}
				>
					<Icon name={isRunning ? "close" : "scan"} />
					{isRunning ? t.connect.scanStop : t.connect.scan}
				</button>
				{!isRunning && (
					<button
						type="button"
						class="secondary"
						data-testid="face"
						onClick={meeting.connect.face}
					>
						<Icon name="face" />
						{t.face.start}
					</button>
				)}
			</div>
			{!isRunning && <p class="hint">{t.connect.scanHint}</p>}
			<ScanTrouble t={t} scan={scan} />
		</>
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
					if (file) void meeting.connect.theirs.takePicture(file);
					currentTarget.value = "";
				}}
			/>
		</label>
	);
}

/** One thing to press that helps. */
function Help({ app, t, meeting, remedy }: MeetingView & { remedy: Remedy }) {
	const { mine, theirs, request } = meeting.connect;
	const code = mine.code.value;
	const { isOut } = request;
	const isAsking = remedy === "askWhole" || remedy === "askFresh";
	const help = {
		send: () =>
			mine.canShare && code
				? mine.share(t.connect.shareText[code.kind])
				: mine.copyLink(),
		renew: app.renew,
		askWhole: () => request.send(t.remedy.text.askWhole),
		askFresh: () => request.send(t.remedy.text.askFresh),
		scan: () => theirs.scan.start("environment"),
	};
	return (
		<>
			<button
				type="button"
				class="secondary"
				data-testid="remedy"
				data-is={remedy}
				onClick={help[remedy]}
			>
				{t.remedy.press[remedy]}
			</button>
			{isAsking && isOut.value && <p>{t.remedy.asked}</p>}
		</>
	);
}

export function Trouble(props: MeetingView) {
	const { t, meeting } = props;
	const problem = meeting.connect.theirs.problem.value;
	const missing = meeting.connect.theirs.missing.value;
	const remedy = problem && remedyFor(problem);
	return (
		<div role="alert">
			{problem && (
				<div class="trouble">
					<p data-testid="problem" data-problem={problem}>
						{problem === "cutOff" && missing !== null
							? t.connect.cutOffBy(missing)
							: t.problem[problem]}
					</p>
					{remedy && <Help {...props} remedy={remedy} />}
				</div>
			)}
		</div>
	);
}

/** They had to begin again, and their newer code takes the place of the one that is in. */
export function AnotherCode(props: MeetingView) {
	const { t } = props;
	return (
		<details class="another">
			<summary data-testid="theirs-again">{t.connect.another}</summary>
			<p class="hint">{t.connect.anotherHint}</p>
			<Scanner {...props} />
			<PasteBox {...props} />
		</details>
	);
}

/** Theirs is locked: asks for what opens it. */
export function Opening({ meeting, codes }: MeetingView & CodesView) {
	const unlocking = meeting.connect.theirs.unlocking.value;
	const Late = codes.value;
	return unlocking && Late ? (
		<Late.Unlock texts={Late.texts} unlocking={unlocking} />
	) : null;
}

function Ways(props: MeetingView) {
	const { app, t } = props;
	const isMessage = app.guide.way.value === "message";
	const camera = !app.settings.value.without.includes("camera") && (
		<Otherwise key="camera" app={app} t={t} way="beside">
			<Scanner {...props} />
			<PictureButton {...props} />
		</Otherwise>
	);
	return (
		<>
			{!isMessage && camera}
			<Otherwise key="message" app={app} t={t} way="message">
				<PasteBox {...props} />
			</Otherwise>
			{isMessage && camera}
		</>
	);
}

export function TheirCodeCard(props: MeetingView & CodesView) {
	const { app, t, meeting } = props;
	const { theirs } = meeting.connect;
	const age = theirs.age.value;
	const dropZone = {
		onDragOver: (event: DragEvent) => event.preventDefault(),
		onDrop: (event: DragEvent) => {
			event.preventDefault();
			const [file] = event.dataTransfer?.files ?? [];
			const text = event.dataTransfer?.getData("text");
			if (file) void theirs.takePicture(file);
			else if (text) theirs.take(text);
		},
	};
	return (
		<section class="card theirs" {...dropZone}>
			<div class="card-head">
				<h2>{t.connect.theirs}</h2>
			</div>
			<Trouble {...props} />
			<Opening {...props} />
			{theirs.code.value ? (
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
					<AnotherCode {...props} />
					<button type="button" class="inline" onClick={app.renew}>
						{t.connect.startOver}
					</button>
				</div>
			) : (
				<Ways {...props} />
			)}
		</section>
	);
}
