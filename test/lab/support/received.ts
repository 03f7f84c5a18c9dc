// What of a call really arrives in a page, by the browser's own count. Runs in the page, before the app.

export type Picture = { readonly width: number; readonly frames: number };

export type Received = {
	readonly face: Picture;
	readonly screen: Picture;
	/** Of the voice, in samples; made up is what had to be guessed because nothing came. */
	readonly voice: { readonly played: number; readonly madeUp: number };
};

type Watched = { labConnections: RTCPeerConnection[] };

export function watchConnections(): void {
	const all: RTCPeerConnection[] = [];
	(self as unknown as Watched).labConnections = all;
	const Real = RTCPeerConnection;
	self.RTCPeerConnection = class extends Real {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			all.push(this);
		}
	};
}

export async function countReceived(): Promise<Received> {
	const lines: RTCInboundRtpStreamStats[] = [];
	for (const connection of (self as unknown as Watched).labConnections) {
		if (connection.connectionState !== "connected") continue;
		for (const one of (await connection.getStats()).values())
			if (one.type === "inbound-rtp") lines.push(one);
	}
	lines.sort((one, other) => Number(one.mid) - Number(other.mid));
	const sound = lines.find(({ kind }) => kind === "audio");
	const [face, screen] = lines
		.filter(({ kind }) => kind === "video")
		.map(({ frameWidth = 0, framesDecoded = 0 }) => ({
			width: frameWidth,
			frames: framesDecoded,
		}));
	const none = { width: 0, frames: 0 };
	return {
		face: face ?? none,
		screen: screen ?? none,
		voice: {
			played: sound?.totalSamplesReceived ?? 0,
			madeUp: sound?.concealedSamples ?? 0,
		},
	};
}

/** Stands behind the browser's question: a page of text that somebody scrolls. */
export function showText(): void {
	if (!navigator.mediaDevices) return;
	navigator.mediaDevices.getDisplayMedia = async () => {
		const canvas = document.createElement("canvas");
		canvas.width = 1280;
		canvas.height = 720;
		const surface = canvas.getContext("2d");
		let scrolled = 0;
		const draw = () => {
			if (!surface) return;
			surface.fillStyle = "white";
			surface.fillRect(0, 0, 1280, 720);
			surface.fillStyle = "black";
			surface.font = "16px monospace";
			scrolled += 3;
			const first = Math.floor(scrolled / 20);
			for (let row = 0; row < 38; row += 1) {
				// Never the same line twice, or it would cost nothing.
				const line = Array.from({ length: 16 }, (_, word) =>
					Math.abs(Math.sin((first + row) * 97 + word) * 1e8).toString(36),
				);
				const y = row * 20 - (scrolled % 20);
				surface.fillText(line.join(" ").slice(0, 130), 8, y);
			}
		};
		draw();
		const stream = canvas.captureStream(10);
		const timer = setInterval(() => {
			if (stream.active) draw();
			else clearInterval(timer);
		}, 100);
		return stream;
	};
}
