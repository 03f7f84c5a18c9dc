// Another WebRTC program, with nothing of ours in it: two independent implementations, driven by the standard's own API.

import wrtc from "@roamhq/wrtc";
import * as werift from "werift";

export type ToolName = "werift" | "wrtc";

type Description = { readonly type: "offer" | "answer"; readonly sdp: string };

export interface OtherTool {
	offer(): Promise<Description>;
	answer(theirs: Description): Promise<Description>;
	accept(theirs: Description): Promise<void>;
	send(text: string): Promise<void>;
	/** Everything that has come in so far. */
	readonly heard: readonly string[];
	close(): void;
}

const gatherMs = 3_000;

// The two have the same methods, under types of their own.
type Channel = {
	readonly readyState: string;
	onmessage: ((event: { data: unknown }) => void) | null;
	send(text: string): void;
};
type Connection = {
	readonly iceGatheringState: string;
	readonly localDescription: { type: string; sdp: string } | null;
	ondatachannel: ((event: { channel: Channel }) => void) | null;
	createDataChannel(label: string): Channel;
	createOffer(): Promise<Description>;
	createAnswer(): Promise<Description>;
	setLocalDescription(description: Description): Promise<unknown>;
	setRemoteDescription(description: Description): Promise<unknown>;
	close(): unknown;
};

const until = async (isDone: () => boolean, ms: number) => {
	const end = Date.now() + ms;
	while (!isDone() && Date.now() < end)
		await new Promise((resolve) => setTimeout(resolve, 20));
};

export function createOtherTool(name: ToolName): OtherTool {
	const maker = name === "werift" ? werift : wrtc;
	const connection = new maker.RTCPeerConnection({
		iceServers: [],
	}) as unknown as Connection;
	const heard: string[] = [];
	let channel: Channel | null = null;

	const use = (one: Channel) => {
		channel = one;
		one.onmessage = ({ data }) => void heard.push(String(data));
	};
	connection.ondatachannel = (event) => use(event.channel);

	const describe = async (own: Description): Promise<Description> => {
		await connection.setLocalDescription(own);
		await until(() => connection.iceGatheringState === "complete", gatherMs);
		return { type: own.type, sdp: connection.localDescription?.sdp ?? "" };
	};

	return {
		heard,
		async offer() {
			use(connection.createDataChannel("theirs"));
			return describe(await connection.createOffer());
		},
		async answer(theirs) {
			await connection.setRemoteDescription(theirs);
			return describe(await connection.createAnswer());
		},
		async accept(theirs) {
			await connection.setRemoteDescription(theirs);
		},
		async send(text) {
			await until(() => channel?.readyState === "open", 10_000);
			channel?.send(text);
		},
		close: () => void connection.close(),
	};
}
