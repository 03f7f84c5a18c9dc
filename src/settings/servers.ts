// Which servers help to find a path. They learn this device's address and, for TURN, carry what is encrypted already.
// Names and passwords of one's own servers stay on this device; no code ever carries them.

import type { Settings } from "./settings.ts";

export type OwnServer = {
	readonly urls: string;
	readonly username: string;
	readonly credential: string;
};

// Two operators, so that one of them being away or unreachable changes nothing.
const defaultServers: readonly RTCIceServer[] = [
	{ urls: "stun:stun.l.google.com:19302" },
	{ urls: "stun:stun.cloudflare.com:3478" },
];

export const maxOwnServers = 6;
const maxUrlChars = 300;
const maxSecretChars = 500;

// RFC 7064 and 7065: scheme, host (a name, IPv4, or IPv6 in brackets), perhaps a port, perhaps a transport.
const url =
	/^(?:stuns?:(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?|turns?:(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?)$/i;

export const isServerUrl = (text: string): boolean =>
	text.length <= maxUrlChars && url.test(text);

export const isTurn = ({ urls }: OwnServer): boolean => /^turns?:/i.test(urls);

/** Everything that a browser would take without complaint. */
export const isUsable = (server: OwnServer): boolean =>
	isServerUrl(server.urls) &&
	(!isTurn(server) || (server.username !== "" && server.credential !== ""));

export function asIceServer({
	urls,
	username,
	credential,
}: OwnServer): RTCIceServer {
	return username === "" && credential === ""
		? { urls }
		: { urls, username, credential };
}

export function readOwnServers(found: unknown): readonly OwnServer[] {
	if (!Array.isArray(found)) return [];
	return found.slice(0, maxOwnServers).flatMap((one: unknown) => {
		const { urls, username, credential } = (one ?? {}) as Record<
			string,
			unknown
		>;
		if (!isShort(urls, maxUrlChars)) return [];
		return [
			{
				urls,
				username: isShort(username, maxSecretChars) ? username : "",
				credential: isShort(credential, maxSecretChars) ? credential : "",
			},
		];
	});
}

/** Whom a code is for, and so what it gives away. */
export type Scope = "network" | "internet" | "relay";

export const scopeOf = ({
	servers,
	relayOnly,
}: Pick<Settings, "servers" | "relayOnly">): Scope => {
	if (servers === "none") return "network";
	return servers === "own" && relayOnly ? "relay" : "internet";
};

export const canRelay = ({ own }: Pick<Settings, "own">): boolean =>
	own.some((one) => isTurn(one) && isUsable(one));

export function withScope(settings: Settings, scope: Scope): Settings {
	if (scope === "network") return { ...settings, servers: "none" };
	if (scope === "relay")
		return { ...settings, servers: "own", relayOnly: true };
	const servers = settings.own.some(isUsable) ? "own" : "default";
	return { ...settings, servers, relayOnly: false };
}

const isShort = (value: unknown, maxChars: number): value is string =>
	typeof value === "string" && value.length <= maxChars;

export function configurationOf(
	settings: Pick<Settings, "servers" | "own" | "relayOnly">,
): RTCConfiguration {
	if (settings.servers === "none") return {};
	if (settings.servers === "default")
		return { iceServers: [...defaultServers] };
	const own = settings.own.filter(isUsable);
	return {
		iceServers: own.map(asIceServer),
		iceTransportPolicy:
			// With no relay to be had there is no way, rather than one that was not wanted.
			settings.relayOnly ? "relay" : "all",
	};
}
