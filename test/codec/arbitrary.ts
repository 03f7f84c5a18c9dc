// Cards and the SDP of other makers, made up by fast-check.

import fc from "fast-check";

const iceLetters =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export const word = (minLength: number, maxLength = minLength) =>
	fc.string({
		unit: fc.constantFrom(...iceLetters),
		minLength,
		maxLength,
	});

export const hexWord = (length: number) =>
	fc.string({
		unit: fc.constantFrom(..."0123456789abcdef"),
		minLength: length,
		maxLength: length,
	});

const fingerprint = fc
	.uint8Array({ minLength: 32, maxLength: 32 })
	.map((bytes) =>
		Array.from(bytes, (byte) =>
			byte.toString(16).padStart(2, "0").toUpperCase(),
		).join(":"),
	);

const credentials = fc.oneof(
	fc.tuple(word(4), word(24)),
	fc.tuple(hexWord(8), hexWord(32)),
	fc.tuple(word(4, 256), word(22, 256)),
);

const mdnsName = fc.uuid().map((uuid) => `${uuid}.local`);
const hostName = fc.domain().filter((name) => name.length <= 253);

export const address = fc.oneof(fc.ipV4(), fc.ipV6(), mdnsName, hostName);

export const candidate = fc.record({
	type: fc.constantFrom("host", "srflx", "relay"),
	address,
	port: fc.integer({ min: 1, max: 65535 }),
	priority: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

export const dataSdp = fc
	.record({
		credentials,
		fingerprint,
		setup: fc.constantFrom("actpass", "active", "passive"),
		size: fc.option(fc.nat({ max: 2 ** 32 - 1 })),
		candidates: fc.array(candidate, { maxLength: 8 }),
	})
	.map(({ credentials: [userName, password], ...rest }) =>
		[
			"v=0",
			"o=- 1234567890123 2 IN IP4 127.0.0.1",
			"s=-",
			"t=0 0",
			"a=group:BUNDLE 0",
			"m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
			"c=IN IP4 0.0.0.0",
			...rest.candidates.map(
				(one, at) =>
					`a=candidate:${at} 1 udp ${one.priority} ${one.address} ${one.port} typ ${one.type}${one.type === "host" ? "" : " raddr 10.0.0.1 rport 9"} generation 0`,
			),
			`a=ice-ufrag:${userName}`,
			`a=ice-pwd:${password}`,
			`a=fingerprint:sha-256 ${rest.fingerprint}`,
			`a=setup:${rest.setup}`,
			"a=mid:0",
			"a=sctp-port:5000",
			...(rest.size === null ? [] : [`a=max-message-size:${rest.size}`]),
			"",
		].join("\r\n"),
	);

/** Text in which lines of real SDP are mixed with anything at all. */
export const oddSdp = (lines: readonly string[]) =>
	fc
		.array(
			fc.oneof(
				fc.constantFrom(...lines),
				fc.string({ unit: "binary", maxLength: 40 }),
				fc.string(),
			),
			{ maxLength: 40 },
		)
		.chain((all) =>
			fc
				.constantFrom("\r\n", "\n", "\r", "")
				.map((lineEnd) => all.join(lineEnd)),
		);
