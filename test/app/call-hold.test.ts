import { signal as cell } from "@preact/signals-core";
import { expect, test } from "vitest";
import { createHold } from "../../src/app/call-hold.ts";
import { defaults } from "../../src/settings/settings.ts";

const off = {
	microphone: false,
	camera: false,
	screen: false,
	hold: false,
	recording: false,
};

function setUp() {
	const theirMedia = cell(off);
	const life = new AbortController();
	const tones: AbortSignal[] = [];
	const startTone = (signal: AbortSignal) => {
		tones.push(signal);
		return { id: `tone ${tones.length}` } as MediaStreamTrack;
	};
	const settings = cell(defaults);
	const hold = createHold({ startTone }, { theirMedia }, settings, life.signal);
	const playing = () => tones.filter(({ aborted }) => !aborted).length;
	return { hold, theirMedia, life, playing };
}

test("the call is on hold while either side holds it", () => {
	const { hold, theirMedia } = setUp();
	hold.toggle();
	theirMedia.value = { ...off, hold: true };
	hold.toggle();
	expect(hold.isMine.value).toBe(false);
	expect(hold.isOn.value).toBe(true);
	theirMedia.value = off;
	expect(hold.isOn.value).toBe(false);
});

test("a tone plays only while it is chosen and I hold the call, and one at a time", () => {
	const { hold, life, playing } = setUp();
	hold.setTone(true);
	expect(hold.tone.value).toBe(null);
	hold.toggle();
	expect(hold.tone.value?.id).toBe("tone 1");
	hold.setTone(false);
	expect([hold.tone.value, playing()]).toEqual([null, 0]);
	hold.setTone(true);
	expect([hold.tone.value?.id, playing()]).toEqual(["tone 2", 1]);
	hold.toggle();
	expect([hold.tone.value, playing()]).toEqual([null, 0]);
	hold.toggle();
	life.abort();
	expect(playing()).toBe(0);
});
