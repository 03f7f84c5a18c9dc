// A code is in: a short buzz, and two soft tones. Where a device has neither, the screen says it alone.

export function celebrate(browser: Navigator, hasSound: boolean): void {
	browser.vibrate?.(60);
	if (!hasSound) return;
	try {
		chime();
	} catch {
		// No sound device, or too many in use: a code is in all the same.
	}
}

function chime(): void {
	const context = new AudioContext();
	const volume = context.createGain();
	volume.gain.setValueAtTime(0.08, context.currentTime);
	volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.35);
	volume.connect(context.destination);
	const tone = context.createOscillator();
	tone.frequency.setValueAtTime(660, context.currentTime);
	tone.frequency.setValueAtTime(990, context.currentTime + 0.12);
	tone.connect(volume);
	tone.addEventListener("ended", () => void context.close());
	tone.start();
	tone.stop(context.currentTime + 0.35);
}
