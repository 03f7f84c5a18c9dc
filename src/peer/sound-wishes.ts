// What this device wishes of their encoder for sound, written into their description as if they had asked for it
// of ours (RFC 7587, 7): the same app runs there, and writes the same into mine.

/** A voice: repaired from the packet after a lost one, and next to nothing while nobody speaks. */
const voice = "useinbandfec=1;usedtx=1";
/** What a screen plays is music as often as not: it has two sides, and silence is part of it. */
const music = "useinbandfec=1;stereo=1;maxaveragebitrate=96000";

export function withSoundWishes(sdp: string): string {
	let soundCount = 0;
	return sdp
		.split(/(?=^m=)/m)
		.map((section) => {
			if (!section.startsWith("m=audio ")) return section;
			soundCount += 1;
			return withWishes(section, soundCount === 1 ? voice : music);
		})
		.join("");
}

function withWishes(section: string, wishes: string): string {
	const type = /^a=rtpmap:(\d{1,3}) opus\/48000\/2\r?$/im.exec(section)?.[1];
	if (type === undefined) return section;
	const names = wishes.split(";").map((wish) => wish.split("=")[0]);
	const format = new RegExp(`^a=fmtp:${type} (.*?)\\r?\\n`, "m");
	const kept = (format.exec(section)?.[1] ?? "")
		.split(";")
		.map((one) => one.trim())
		.filter((one) => one !== "" && !names.includes(one.split("=")[0]));
	const line = `a=fmtp:${type} ${[...kept, wishes].join(";")}\r\n`;
	return format.test(section)
		? section.replace(format, () => line)
		: section.replace(/^a=rtpmap:.*\r?\n/m, (found) => found + line);
}
