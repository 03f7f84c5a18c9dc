// A STUN server (RFC 8489, binding requests only) that reports the address it is told to: what a router would make of it.

import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";

export interface StunServer {
	readonly urls: string;
	readonly requests: () => number;
	stop(): void;
}

const magic = 0x21_12_a4_42;
const bindingRequest = 0x0001;
const bindingResponse = 0x0101;
const xorMappedAddress = 0x0020;

export async function startStun(
	seenAs: readonly [address: string, port: number],
	delayMs = 0,
): Promise<StunServer> {
	const socket = createSocket("udp4");
	let count = 0;
	let isOpen = true;
	socket.on("message", (message, from) => {
		if (message.length < 20 || message.readUInt16BE(0) !== bindingRequest)
			return;
		count += 1;
		const [address, port] = seenAs;
		const response = Buffer.alloc(32);
		response.writeUInt16BE(bindingResponse, 0);
		response.writeUInt16BE(12, 2);
		message.copy(response, 4, 4, 20);
		response.writeUInt16BE(xorMappedAddress, 20);
		response.writeUInt16BE(8, 22);
		response.writeUInt8(1, 25); // IPv4
		response.writeUInt16BE(port ^ (magic >>> 16), 26);
		const bytes = address.split(".").map(Number);
		const word = Buffer.from(bytes).readUInt32BE();
		response.writeUInt32BE((word ^ magic) >>> 0, 28);
		setTimeout(() => {
			if (isOpen) socket.send(response, from.port, from.address);
		}, delayMs);
	});
	await new Promise<void>((resolve) => socket.bind(0, "0.0.0.0", resolve));
	const { port } = socket.address() as AddressInfo;
	return {
		urls: `stun:${hostAddress()}:${port}`,
		requests: () => count,
		stop() {
			isOpen = false;
			socket.close();
		},
	};
}

/** Browsers do not send from a network to loopback. */
export function hostAddress(): string {
	const all = Object.values(networkInterfaces()).flat();
	return (
		all.find((one) => one && !one.internal && one.family === "IPv4")?.address ??
		"127.0.0.1"
	);
}
