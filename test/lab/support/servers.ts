// The servers of the lab's internet: a real coturn, which answers for every server that the app may ask.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { resolverAddresses, serverAddresses } from "./network.ts";

export const relay = {
	urls: `turn:${serverAddresses[4][0]}:3478?transport=udp`,
	username: "pigeon",
	credential: "coop",
} as const;

/** Where the app's own choice of servers listens. */
export const stunPorts = [3478, 19302] as const;

const home = fileURLToPath(new URL("../../../", import.meta.url));
const startLimitMs = 10_000;

export interface Servers {
	/** Every name that anybody has asked for so far. */
	asked(): Promise<readonly string[]>;
	stop(): Promise<void>;
}

export async function startServers(internet: string): Promise<Servers> {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-lab-"));
	const names = join(folder, "names");
	const [resolver, coturn] = await Promise.all([
		startResolver(internet, names),
		startCoturn(internet, folder),
	]);
	return {
		asked: async () => (await read(names)).split("\n").filter(Boolean),
		async stop() {
			resolver.kill();
			coturn.kill();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function startResolver(
	internet: string,
	log: string,
): Promise<ChildProcess> {
	const known = {
		"stun.l.google.com": { 4: serverAddresses[4][0], 6: serverAddresses[6][0] },
		"stun.cloudflare.com": {
			4: serverAddresses[4][1],
			6: serverAddresses[6][1],
		},
	};
	const listening = Object.entries(resolverAddresses).map(
		([family, address]) => [Number(family), address],
	);
	const program = ["test/run.mjs", "test/lab/support/resolver.ts"];
	const args = ["netns", "exec", internet, process.execPath, ...program];
	const resolver = spawn("ip", args, {
		cwd: home,
		env: {
			...process.env,
			PIGEON_LAB: JSON.stringify([known, listening, log]),
		},
		stdio: ["ignore", "ignore", "inherit", "ipc"],
	});
	await once(resolver, "message");
	return resolver;
}

async function startCoturn(
	internet: string,
	folder: string,
): Promise<ChildProcess> {
	const addresses = [...serverAddresses[4], ...serverAddresses[6]];
	const named = (address: string) =>
		address.includes(":") ? `[${address}]` : address;
	const config = [
		...addresses.map((address) => `listening-ip=${address}`),
		`relay-ip=${serverAddresses[4][0]}`,
		`relay-ip=${serverAddresses[6][0]}`,
		`listening-port=${stunPorts[0]}`,
		...addresses.map(
			(address) => `aux-server=${named(address)}:${stunPorts[1]}`,
		),
		"min-port=50000",
		"max-port=50200",
		"lt-cred-mech",
		`user=${relay.username}:${relay.credential}`,
		"realm=lab",
		"fingerprint",
		"no-cli",
		"no-tls",
		"no-dtls",
		`pidfile=${folder}/pid`,
		`userdb=${folder}/db`,
		`log-file=${folder}/log`,
		"simple-log",
		"verbose",
	];
	await writeFile(join(folder, "turnserver.conf"), `${config.join("\n")}\n`);
	const args = ["netns", "exec", internet, "turnserver", "-c"];
	const server = spawn("ip", [...args, join(folder, "turnserver.conf")], {
		stdio: "ignore",
	});
	const until = Date.now() + startLimitMs;
	while (!/UDP listener opened on/i.test(await read(join(folder, "log")))) {
		if (server.exitCode !== null || Date.now() > until)
			throw new Error("coturn did not start");
		await pause(50);
	}
	return server;
}

function read(file: string): Promise<string> {
	return readFile(file, "utf8").catch(() => "");
}
