// What the scanner's camera sees, a frame around what it has found, and what the camera can do.

import { useRef } from "preact/hooks";
import type { Scan } from "../../app/scan.ts";
import type { View } from "../view.ts";
import { Icon } from "./icon.tsx";
import { Video } from "./video.tsx";

type ScanView = Pick<View, "t"> & {
	readonly scan: Scan;
	/** Said instead of what to do, as long as there is something to say. */
	readonly note?: string | null;
};

function Frame({ scan }: Pick<ScanView, "scan">) {
	const box = scan.box.value;
	if (!box) return null;
	return (
		<svg
			class="found"
			viewBox={`0 0 ${box.width} ${box.height}`}
			preserveAspectRatio="xMidYMid slice"
			aria-hidden="true"
		>
			<polygon points={box.corners.map(({ x, y }) => `${x},${y}`).join(" ")} />
		</svg>
	);
}

function Tools({ t, scan }: ScanView) {
	const state = scan.state.value;
	if (state.is !== "looking") return null;
	const { hasTorch, zoom } = state.lens;
	const isOn = scan.isTorchOn.value;
	const torchLabel = isOn ? t.scan.torchOff : t.scan.torchOn;
	return (
		<div class="lens-tools">
			{hasTorch && (
				<button
					type="button"
					class="round"
					aria-pressed={isOn}
					aria-label={torchLabel}
					title={torchLabel}
					onClick={scan.toggleTorch}
				>
					<Icon name="light" />
				</button>
			)}
			<input
				type="range"
				data-testid="zoom"
				min={zoom.min}
				max={zoom.max}
				step="any"
				value={scan.zoom.value.value}
				aria-label={t.scan.zoom}
				onInput={({ currentTarget }) =>
					scan.zoom.set(currentTarget.valueAsNumber)
				}
			/>
			{scan.hasOthers.value && (
				<button
					type="button"
					class="round"
					data-testid="switch-camera"
					aria-label={t.scan.switch}
					title={t.scan.switch}
					onClick={scan.switchCamera}
				>
					<Icon name="turn" />
				</button>
			)}
		</div>
	);
}

export function Viewfinder(props: ScanView) {
	const { t, scan, note } = props;
	const state = scan.state.value;
	const lastSpread = useRef(0);
	const isMirrored = state.is === "looking" && state.lens.isMirrored;
	const hint = scan.hint.value;
	return (
		<div
			class={isMirrored ? "viewfinder is-mirrored" : "viewfinder"}
			style={{ "--magnification": scan.zoom.magnification.value }}
			onTouchEnd={() => {
				lastSpread.current = 0;
			}}
			onTouchMove={({ touches }) => {
				const [one, other] = touches;
				if (!one || !other) return;
				const spread = Math.hypot(
					one.clientX - other.clientX,
					one.clientY - other.clientY,
				);
				if (lastSpread.current > 0)
					void scan.zoom.set(
						(scan.zoom.value.value * spread) / lastSpread.current,
					);
				lastSpread.current = spread;
			}}
		>
			<Video
				stream={state.is === "looking" ? state.stream : null}
				label={t.connect.scanLabel}
				testId="scan-video"
				onReady={scan.watch}
				isMuted
			/>
			<Frame scan={scan} />
			<Tools {...props} />
			<p class="viewfinder-hint" role="status">
				{state.is === "asking" && t.media.asking}
				{state.is === "looking" &&
					(note ?? (hint ? t.scan.hint[hint] : t.connect.scanning))}
			</p>
		</div>
	);
}

export function ScanTrouble({ t, scan }: ScanView) {
	const state = scan.state.value;
	if (state.is !== "failed") return null;
	return (
		<p class="trouble" role="status" data-testid="scan-problem">
			{t.device.camera[state.problem]}
		</p>
	);
}
