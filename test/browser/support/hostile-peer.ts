// Runs inside a browser: somebody who knows the app's codes and messages by heart, and keeps to none of its rules.
// Only a test of what the app withstands.

import { readCode, writeCode } from "../../../src/codec/code.ts";
import { partyOf } from "../../../src/peer/introduction.ts";
import { asRemote, asSent } from "../../../src/peer/remote.ts";
import type { Setup } from "../../../src/peer/roles.ts";
import { channelIds } from "../../../src/wire/channel-ids.ts";

export type ChannelName = keyof typeof channelIds;

export type Peer = {
	readonly connection: RTCPeerConnection;
	readonly channels: Readonly<Record<ChannelName, RTCDataChannel>>;
	/** What has come, the last thousand of it. */
	readonly heard: Readonly<Record<ChannelName, unknown[]>>;
	theirSdp: string;
	/** Makes a code of its own. */
	invite(): Promise<string>;
	/** Reads theirs, and makes the reply to it. */
	answer(theirs: string): Promise<string>;
	/** Reads the reply to its own. */
	accept(theirs: string): Promise<void>;
	opened(): Promise<void>;
	say(name: ChannelName, data: unknown): void;
	/** As fast as the wire takes it; false where it was closed on the way. */
	flood(
		name: ChannelName,
		count: number,
		make: (index: number) => string | Uint8Array<ArrayBuffer>,
	): Promise<boolean>;
	me(): ReturnType<typeof partyOf>;
	them(): ReturnType<typeof partyOf>;
	close(): void;
};

export const pause = (ms: number) =>
	new Promise<void>((done) => setTimeout(done, ms));

const mostHeard = 1_000;
const mostWaiting = 4_000_000;

export async function createPeer(
	/** What it asks them to send in one message; a liar may ask for anything. */
	tamper: (sdp: string) => string = (sdp) => sdp,
): Promise<Peer> {
	const connection = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
	const open = (name: ChannelName) =>
		connection.createDataChannel(name, {
			negotiated: true,
			id: channelIds[name],
		});
	const channels = {
		control: open("control"),
		chat: open("chat"),
		files: open("files"),
	};
	const heard: Record<ChannelName, unknown[]> = {
		control: [],
		chat: [],
		files: [],
	};
	for (const name of ["control", "chat", "files"] as const) {
		channels[name].binaryType = "arraybuffer";
		channels[name].addEventListener("message", ({ data }) => {
			heard[name].push(data);
			if (heard[name].length > mostHeard) heard[name].shift();
		});
	}
	await connection.setLocalDescription();
	const until = Date.now() + 3_000;
	while (connection.iceGatheringState !== "complete" && Date.now() < until)
		await pause(20);
	const mine = () => connection.localDescription?.sdp ?? "";

	const apply = async (sdp: string, setup: Setup) => {
		peer.theirSdp = sdp;
		const remote = asRemote(tamper(sdp), setup);
		await connection.setRemoteDescription({ type: "answer", sdp: remote.sdp });
		for (const candidate of remote.candidates)
			await connection.addIceCandidate({ candidate, sdpMid: "0" });
	};
	const read = (text: string) => {
		const code = readCode(text, Date.now());
		if (!code.ok) throw new Error(code.problem);
		return code.value;
	};

	const peer: Peer = {
		connection,
		channels,
		heard,
		theirSdp: "",
		async invite() {
			const sdp = asSent(mine(), "actpass");
			return writeCode({ type: "offer", sdp }, { now: Date.now() }).text;
		},
		async answer(theirs) {
			const { sdp, id } = read(theirs);
			await apply(sdp, "active");
			return writeCode(
				{ type: "offer", sdp: asSent(mine(), "passive") },
				{ now: Date.now(), replyTo: id },
			).text;
		},
		accept: (theirs) => apply(read(theirs).sdp, "passive"),
		async opened() {
			while (Object.values(channels).some((one) => one.readyState !== "open"))
				await pause(20);
		},
		say(name, data) {
			channels[name].send(
				typeof data === "string" ? data : JSON.stringify(data),
			);
		},
		async flood(name, count, make) {
			const channel = channels[name];
			for (let index = 0; index < count; index += 1) {
				while (
					channel.readyState === "open" &&
					channel.bufferedAmount > mostWaiting
				)
					await pause(2);
				if (channel.readyState !== "open") return false;
				const data = make(index);
				if (typeof data === "string") channel.send(data);
				else channel.send(data);
				// Whoever never lets go of the thread hears of no closing either.
				if (index % 500 === 499) await pause(0);
			}
			return true;
		},
		me: () => partyOf(mine()),
		them: () => partyOf(peer.theirSdp),
		close: () => connection.close(),
	};
	return peer;
}
