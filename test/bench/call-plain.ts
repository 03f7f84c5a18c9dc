// What the call is measured against: a bare RTCPeerConnection on a bare page, its four lines up, that does at a press
// just what the app does, and tells the other page so over a data channel.

import type { Page } from "playwright-core";

export const plainPage = `<!doctype html>
<title>Plain</title>
<style>
	html, body { height: 100%; margin: 0 }
	.stage, video { position: absolute; inset: 0; width: 100%; height: 100% }
	[data-testid=local-video] { inset: auto 0 0 auto; width: 200px; height: 150px }
	button { position: relative; z-index: 1 }
</style>
<button data-testid="toggle-mic">microphone</button>
<button data-testid="toggle-camera">camera</button>
<button data-testid="toggle-screen">screen</button>
<div class="stage" data-is-seen="false" data-is-screen-seen="false">
	<video data-testid="remote-video" autoplay playsinline></video>
	<video data-testid="remote-screen" autoplay playsinline></video>
	<video data-testid="local-video" autoplay playsinline muted></video>
</div>`;

type Plain = { connection: RTCPeerConnection; channel: RTCDataChannel };

declare global {
	interface Window {
		plain?: Plain;
	}
}

function make(page: Page): Promise<void> {
	return page.evaluate(() => {
		const connection = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
		const channel = connection.createDataChannel("plain", {
			negotiated: true,
			id: 0,
		});
		window.plain = { connection, channel };
		const find = (id: string) => document.querySelector(`[data-testid=${id}]`);
		const stage = document.querySelector<HTMLElement>(".stage");
		channel.onmessage = ({ data }) => {
			const [name, is] = JSON.parse(data);
			if (stage) stage.dataset[name] = is;
		};
		const say = (name: string, is: boolean) =>
			channel.send(JSON.stringify([name, is]));
		const sender = (at: number) => connection.getTransceivers()[at]?.sender;
		const on = (id: string, press: () => Promise<void>) =>
			find(id)?.addEventListener("click", () => void press());

		const preview = find("local-video") as HTMLVideoElement;
		let microphone: MediaStreamTrack | null = null;
		let isMicrophoneOn = false;
		on("toggle-mic", async () => {
			isMicrophoneOn = !isMicrophoneOn;
			const wanted = {
				echoCancellation: true,
				noiseSuppression: true,
				autoGainControl: true,
			};
			if (isMicrophoneOn && !microphone)
				[microphone = null] = (
					await navigator.mediaDevices.getUserMedia({ audio: wanted })
				).getAudioTracks();
			if (microphone) microphone.enabled = isMicrophoneOn;
			if (microphone) microphone.contentHint = "speech";
			void sender(0)?.replaceTrack(isMicrophoneOn ? microphone : null);
			say("isHeard", isMicrophoneOn);
		});

		const picture = (
			id: string,
			at: 1 | 2,
			name: string,
			open: () => Promise<MediaStream>,
		) => {
			let stream: MediaStream | null = null;
			on(id, async () => {
				for (const track of stream?.getTracks() ?? []) track.stop();
				stream = stream ? null : await open();
				const [track = null] = stream?.getVideoTracks() ?? [];
				// As the app asks for, or the two would not send the same picture.
				if (track) track.contentHint = at === 1 ? "motion" : "detail";
				void sender(at)?.replaceTrack(track);
				if (at === 1) preview.srcObject = stream;
				else void sender(3)?.replaceTrack(stream?.getAudioTracks()[0] ?? null);
				say(name, stream !== null);
			});
		};
		picture("toggle-camera", 1, "isSeen", () =>
			navigator.mediaDevices.getUserMedia({
				video: {
					width: { ideal: 1280 },
					height: { ideal: 720 },
					facingMode: "user",
				},
			}),
		);
		picture("toggle-screen", 2, "isScreenSeen", () =>
			navigator.mediaDevices.getDisplayMedia({
				video: { frameRate: { ideal: 30 } },
				audio: true,
			}),
		);
	});
}

/** A fresh connection between two plain pages, with the lines of a call. */
export async function connectPlainCall(one: Page, other: Page): Promise<void> {
	await make(one);
	await make(other);
	await one.evaluate(() => {
		// Lips and voice in step, as the app has them.
		const person = new MediaStream();
		for (const [kind, streams] of [
			["audio", [person]],
			["video", [person]],
			["video", []],
			["audio", []],
		] as const)
			window.plain?.connection.addTransceiver(kind, {
				direction: "sendrecv",
				streams: [...streams],
			});
	});
	const describe = (page: Page, theirs: string) =>
		page.evaluate(async (text) => {
			const connection = window.plain?.connection;
			if (!connection) return "";
			if (text !== "") await connection.setRemoteDescription(JSON.parse(text));
			for (const line of connection.getTransceivers())
				line.direction = "sendrecv";
			if (connection.signalingState !== "stable" || text === "")
				await connection.setLocalDescription();
			while (connection.iceGatheringState !== "complete")
				await new Promise((done) => setTimeout(done, 20));
			return JSON.stringify(connection.localDescription);
		}, theirs);
	const answer = await describe(other, await describe(one, ""));
	await describe(one, answer);
	for (const page of [one, other])
		await page.evaluate(async () => {
			const { connection, channel } = window.plain ?? {};
			while (channel?.readyState !== "open")
				await new Promise((done) => setTimeout(done, 5));
			const lines = connection?.getTransceivers() ?? [];
			const stream = (...places: number[]) =>
				new MediaStream(
					places.flatMap((at) => lines[at]?.receiver.track ?? []),
				);
			const show = (id: string, ...places: number[]) => {
				const video = document.querySelector<HTMLVideoElement>(
					`[data-testid=${id}]`,
				);
				if (video) video.srcObject = stream(...places);
			};
			show("remote-video", 0, 1);
			show("remote-screen", 2, 3);
		});
}
