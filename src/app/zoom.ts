// How close the scanner looks. The person says so, and so do the frames where a code is seen but not read.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";
import type { Seen } from "../carriers/qr-reader.ts";
import type { Lens } from "../media/lens.ts";

export type Zoom = {
	readonly value: ReadonlySignal<number>;
	/** How much of the picture is cut away because the camera itself does not zoom; 1 is nothing. */
	readonly magnification: ReadonlySignal<number>;
	/** For every camera anew. */
	begin(lens: Lens): void;
	set(value: number): Promise<void>;
	/** Steps closer to what is seen again and again and never read, and back where that has lost it. */
	follow(seen: Seen): void;
};

/** So many frames in a row with the same outcome: look closer, or step back. */
const framesToZoom = 12;
const framesToStepBack = 30;
const step = 1.4;
/** Of what the person has chosen. */
const mostAutomatic = 3;

export function createZoom(lens: ReadonlySignal<Lens | null>): Zoom {
	const value = cell(1);
	let chosen = 1;
	let unreadFrames = 0;
	let emptyFrames = 0;

	const apply = async (wanted: number): Promise<void> => {
		const now = lens.value;
		if (!now) return;
		const { min, max } = now.zoom;
		const next = Math.min(max, Math.max(min, wanted));
		if (Number.isFinite(next) && (await now.setZoom(next))) value.value = next;
	};

	/** Whether it would still be in view, one step closer. */
	const isInMiddle = ({ unread, width, height }: Seen): boolean => {
		const isDigital = lens.value?.zoom.isDigital;
		const left = 0.5 / (isDigital ? value.value * step : step);
		const isIn = (from: number, to: number, all: number) =>
			from > all * (0.5 - left) && to < all * (0.5 + left);
		return (
			unread !== null &&
			isIn(unread.left, unread.left + unread.width, width) &&
			isIn(unread.top, unread.top + unread.height, height)
		);
	};

	return {
		value,
		magnification: computed(() =>
			lens.value?.zoom.isDigital ? value.value : 1,
		),
		begin({ zoom }) {
			value.value = zoom.start;
			chosen = zoom.start;
			unreadFrames = 0;
			emptyFrames = 0;
		},
		async set(wanted) {
			await apply(wanted);
			chosen = value.value;
		},
		follow(seen) {
			const isRead = seen.codes.length > 0;
			emptyFrames = seen.hasFinder ? 0 : emptyFrames + 1;
			unreadFrames = seen.hasFinder && !isRead ? unreadFrames + 1 : 0;
			if (unreadFrames >= framesToZoom) {
				unreadFrames = 0;
				const next = value.value * step;
				if (next <= chosen * mostAutomatic && isInMiddle(seen))
					void apply(next);
			}
			if (emptyFrames >= framesToStepBack && value.value > chosen) {
				emptyFrames = 0;
				void apply(chosen);
			}
		},
	};
}
