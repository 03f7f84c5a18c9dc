// How loud a track is at this moment. An ear costs a little of the processor as long as it is open.

export type Ear = {
	/** From 0, silence, to 1, as loud as it gets. */
	level(): number;
	close(): void;
};

const quietestDecibels = -60;
const loudestDecibels = -10;

/** Loudness as people hear it: each ten decibels are as far apart as the next ten. */
export function levelOf(amplitude: number): number {
	const decibels = 20 * Math.log10(Math.max(amplitude, 1e-6));
	const share =
		(decibels - quietestDecibels) / (loudestDecibels - quietestDecibels);
	return Math.min(1, Math.max(0, share));
}

export function openEar(
	createContext: () => AudioContext,
	stream: MediaStream,
): Ear {
	const context = createContext();
	const analyser = context.createAnalyser();
	analyser.fftSize = 2048;
	context.createMediaStreamSource(stream).connect(analyser);
	const samples = new Float32Array(analyser.fftSize);
	// Before the first press on a page it may not run; then there is nothing to show.
	const wake = () => void context.resume().catch(() => {});
	wake();
	return {
		level() {
			if (context.state === "suspended") wake();
			analyser.getFloatTimeDomainData(samples);
			const power = samples.reduce((sum, one) => sum + one * one, 0);
			return levelOf(Math.sqrt(power / samples.length));
		},
		close: () => void context.close().catch(() => {}),
	};
}
