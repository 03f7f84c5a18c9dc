// What is heard by who waits on hold: two soft notes and a pause, again and again. Made here, on the spot, so that there
// is nothing to load; it never sounds on this device itself.

const loopSeconds = 4;
const sampleRate = 48_000;
/** A fifth, quiet enough to talk beside. */
const notes = [
	{ hertz: 440, atSeconds: 0 },
	{ hertz: 660, atSeconds: 0.35 },
];
const loudness = 0.08;
const fadeSeconds = 0.5;

export function holdNotes(): Float32Array<ArrayBuffer> {
	const samples = new Float32Array(loopSeconds * sampleRate);
	for (const { hertz, atSeconds } of notes)
		for (let at = atSeconds * sampleRate; at < samples.length; at += 1) {
			const seconds = at / sampleRate - atSeconds;
			// A beginning without a click, and an end that dies away.
			const rise = Math.min(1, seconds / 0.02);
			const swing = Math.sin(2 * Math.PI * hertz * seconds);
			const index = Math.round(at);
			samples[index] =
				(samples[index] ?? 0) +
				loudness * rise * swing * Math.exp(-seconds / fadeSeconds);
		}
	return samples;
}

export function startTone(
	createContext: () => AudioContext,
	lifetime: AbortSignal,
): MediaStreamTrack | null {
	try {
		const context = createContext();
		const buffer = context.createBuffer(
			1,
			loopSeconds * sampleRate,
			sampleRate,
		);
		buffer.copyToChannel(holdNotes(), 0);
		const source = context.createBufferSource();
		source.buffer = buffer;
		source.loop = true;
		const out = context.createMediaStreamDestination();
		source.connect(out);
		source.start();
		lifetime.addEventListener("abort", () => void context.close());
		return out.stream.getAudioTracks()[0] ?? null;
	} catch {
		// No sound device: silence is the other choice anyway.
		return null;
	}
}
