// A real TURN server, coturn, where this machine has it.

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { hostAddress } from "./stun.ts";

export const turnserver = [
	"/usr/bin/turnserver",
	"/usr/local/bin/turnserver",
].find((path) => {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
});

export type Turn = { readonly urls: string; stop(): void };

export async function startTurn(): Promise<Turn> {
	const address = hostAddress();
	const port = 20_000 + (process.pid % 20_000);
	const options = [
		...["-n", "--no-cli", "--no-tls", "--no-dtls", "--lt-cred-mech"],
		...["--user", "ann:secret", "--realm", "pigeon"],
		...["--listening-ip", address, "--relay-ip", address],
		...["--listening-port", String(port), "--log-file", "/dev/null"],
		...["--pidfile", "/dev/null", "--allow-loopback-peers"],
	];
	const child = spawn(turnserver ?? "", options, { stdio: "ignore" });
	await pause(1_000);
	return {
		urls: `turn:${address}:${port}`,
		stop: () => void child.kill("SIGKILL"),
	};
}
