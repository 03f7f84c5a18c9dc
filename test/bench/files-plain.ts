// What files are measured against, between the same two browsers: a bare data channel that sends one buffer
// over and over, and the file as the usual demos send it.

import type { Page } from "playwright-core";

type Made = { connection: RTCPeerConnection; channel: RTCDataChannel };

declare global {
	interface Window {
		made?: Made;
		received?: { bytes: number; parts: ArrayBuffer[]; keeps: boolean };
	}
}

async function make(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const connection = new RTCPeerConnection();
		const channel = connection.createDataChannel("plain", {
			negotiated: true,
			id: 0,
		});
		channel.binaryType = "arraybuffer";
		window.made = { connection, channel };
		window.received = { bytes: 0, parts: [], keeps: false };
		channel.onmessage = ({ data }) => {
			const { received } = window;
			if (!received) return;
			received.bytes += data.byteLength;
			if (received.keeps) received.parts.push(data);
		};
		return "";
	});
}

/** A fresh connection between two pages. */
export async function connectPlain(one: Page, other: Page): Promise<void> {
	await make(one);
	await make(other);
	const describe = (page: Page, theirs: string) =>
		page.evaluate(async (text) => {
			const connection = window.made?.connection;
			if (!connection) return "";
			if (text !== "") await connection.setRemoteDescription(JSON.parse(text));
			if (connection.signalingState !== "stable" || text === "")
				await connection.setLocalDescription();
			while (connection.iceGatheringState !== "complete")
				await new Promise((done) => setTimeout(done, 20));
			return JSON.stringify(connection.localDescription);
		}, theirs);
	const offer = await describe(one, "");
	const answer = await describe(other, offer);
	await one.evaluate(async (text) => {
		await window.made?.connection.setRemoteDescription(JSON.parse(text));
		while (window.made?.channel.readyState !== "open")
			await new Promise((done) => setTimeout(done, 5));
	}, answer);
}

export async function closePlain(...pages: readonly Page[]): Promise<void> {
	for (const page of pages)
		await page.evaluate(() => {
			window.made?.connection.close();
			delete window.made;
			delete window.received;
		});
}

async function arrived(page: Page, bytes: number): Promise<void> {
	await page.evaluate(async (expected) => {
		while ((window.received?.bytes ?? 0) < expected)
			await new Promise((done) => setTimeout(done, 10));
		const { received } = window;
		// As the demos end: one blob of all of it.
		if (received?.keeps) new Blob(received.parts);
	}, bytes);
}

export type BareWay = {
	readonly chunkBytes: number;
	/** Above the one, nothing more is handed to the browser; at the other, again. */
	readonly highBytes: number;
	readonly lowBytes: number;
};

/** (a) Bytes from nowhere to nowhere. */
export async function sendBare(
	one: Page,
	other: Page,
	bytes: number,
	way: BareWay,
): Promise<void> {
	const sending = one.evaluate(
		async ({ bytes, way: { chunkBytes, highBytes, lowBytes } }) => {
			const channel = window.made?.channel;
			if (!channel) return;
			const chunk = new Uint8Array(chunkBytes);
			channel.bufferedAmountLowThreshold = lowBytes;
			for (let sent = 0; sent < bytes; sent += chunkBytes) {
				if (channel.bufferedAmount > highBytes)
					await new Promise((done) => {
						channel.onbufferedamountlow = done;
					});
				channel.send(chunk.subarray(0, Math.min(chunkBytes, bytes - sent)));
			}
		},
		{ bytes, way },
	);
	await arrived(other, bytes);
	await sending;
}

/** (b) Chunks of 16 KiB read one by one, at most 64 KiB waiting, everything kept in memory. */
export async function sendAsDemosDo(
	one: Page,
	other: Page,
	file: string,
	bytes: number,
): Promise<void> {
	await one.evaluate(() => {
		const input = document.createElement("input");
		input.type = "file";
		input.id = "plain";
		document.body.append(input);
	});
	await one.locator("#plain").setInputFiles(file);
	await other.evaluate(() => {
		if (window.received) window.received.keeps = true;
	});
	const sending = one.evaluate(async () => {
		const chunkBytes = 16_384;
		const channel = window.made?.channel;
		const file = document.querySelector<HTMLInputElement>("#plain")?.files?.[0];
		if (!channel || !file) return;
		channel.bufferedAmountLowThreshold = 0;
		for (let at = 0; at < file.size; at += chunkBytes) {
			const chunk = await file.slice(at, at + chunkBytes).arrayBuffer();
			if (channel.bufferedAmount > 65_536)
				await new Promise((done) => {
					channel.onbufferedamountlow = done;
				});
			channel.send(chunk);
		}
	});
	await arrived(other, bytes);
	await sending;
}
