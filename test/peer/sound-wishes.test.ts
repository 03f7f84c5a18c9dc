import { expect, test } from "vitest";
import { withSoundWishes } from "../../src/peer/sound-wishes.ts";

const chromium = [
	"v=0",
	"m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
	"m=audio 9 UDP/TLS/RTP/SAVPF 111 63",
	"a=rtpmap:111 opus/48000/2",
	"a=fmtp:111 minptime=10;useinbandfec=1",
	"a=rtpmap:63 red/48000/2",
	"a=fmtp:63 111/111",
	"m=video 9 UDP/TLS/RTP/SAVPF 96 111",
	"a=fmtp:111 apt=96",
	"m=audio 9 UDP/TLS/RTP/SAVPF 111",
	"a=rtpmap:111 opus/48000/2",
	"a=fmtp:111 minptime=10;useinbandfec=1",
	"",
];

test("a voice may fall silent, a screen's music may not; nothing else is touched", () => {
	const wished = withSoundWishes(chromium.join("\r\n")).split("\r\n");
	expect(wished).toEqual(
		chromium
			.with(4, "a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1")
			.with(
				11,
				"a=fmtp:111 minptime=10;useinbandfec=1;stereo=1;maxaveragebitrate=96000",
			),
	);
});

test("what they say of it already is said once", () => {
	const sdp = "m=audio 9 X 109\r\na=rtpmap:109 OPUS/48000/2\r\n";
	const said = `${sdp}a=fmtp:109 maxplaybackrate=48000;usedtx=0; stereo=1;useinbandfec=0\r\n`;
	const wished =
		"a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1;usedtx=1\r\n";
	expect(withSoundWishes(said)).toBe(sdp + wished);
	expect(withSoundWishes(withSoundWishes(said))).toBe(sdp + wished);
});

test("a format that says nothing of itself is given its wishes, one without Opus none", () => {
	const sdp = "m=audio 9 X 109\r\na=rtpmap:109 opus/48000/2\r\na=mid:1\r\n";
	expect(withSoundWishes(sdp)).toContain(
		"opus/48000/2\r\na=fmtp:109 useinbandfec=1;usedtx=1\r\na=mid:1\r\n",
	);
	const other = "m=audio 9 X 0\r\na=rtpmap:0 PCMU/8000\r\n";
	expect(withSoundWishes(other)).toBe(other);
});
