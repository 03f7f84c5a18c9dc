// Writes what the installed Chromium and Firefox say into this folder; see how-captured.md.
// One browser at a time; nothing but the loopback STUN server below is contacted.

import dgram from "node:dgram";
import fs from "node:fs";
import path from "node:path";
import { chromium, firefox } from "playwright-core";

const folder = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const paths = {
	chromium: process.env.CHROMIUM ?? "/usr/bin/chromium",
	firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};
const page = "http://localhost/";

/** Tells everybody that they are 203.0.113.77 (RFC 5737), at the port that they sent from. */
function startStun() {
	const socket = dgram.createSocket("udp4");
	socket.on("message", (request, from) => {
		if (request.length < 20 || request.readUInt16BE(0) !== 1) return;
		const reply = Buffer.alloc(32);
		reply.writeUInt16BE(0x0101, 0);
		reply.writeUInt16BE(12, 2);
		request.copy(reply, 4, 4, 20);
		reply.writeUInt16BE(0x0020, 20);
		reply.writeUInt16BE(8, 22);
		reply.writeUInt8(1, 25);
		reply.writeUInt16BE(from.port ^ 0x2112, 26);
		reply.writeUInt32BE((0xcb00714d ^ 0x2112a442) >>> 0, 28);
		socket.send(reply, from.port, from.address);
	});
	return new Promise((resolve) => {
		// All interfaces: Firefox asks no server on loopback from another interface.
		socket.bind(3478, "0.0.0.0", () => resolve(socket));
	});
}

async function launch(browser, hidden) {
	if (browser === "chromium")
		return chromium.launch({
			executablePath: paths.chromium,
			args: [
				"--headless=new",
				"--no-sandbox",
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
			],
		});
	return firefox.launch({
		channel: "moz-firefox",
		executablePath: paths.firefox,
		firefoxUserPrefs: {
			"media.peerconnection.ice.obfuscate_host_addresses": hidden,
			"media.gmp-manager.url": "",
			"media.gmp-gmpopenh264.enabled": false,
			"app.update.enabled": false,
			"network.captive-portal-service.enabled": false,
			"network.connectivity-service.enabled": false,
			"services.settings.server": "data:,#remote-settings-dummy/v1",
			"toolkit.telemetry.enabled": false,
			"datareporting.policy.dataSubmissionEnabled": false,
			"dom.push.connection.enabled": false,
		},
	});
}

async function withPage(browser, hidden, run) {
	const running = await launch(browser, hidden);
	try {
		// ESR does not know the commands behind these defaults.
		const context = await running.newContext({
			colorScheme: null,
			reducedMotion: null,
			forcedColors: null,
			contrast: null,
		});
		// In Chromium the permission, not its use, brings the addresses.
		if (browser === "chromium" && !hidden) await context.grantPermissions(["camera"]);
		await context.route(`${page}**`, (route) =>
			route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
		);
		const tab = await context.newPage();
		await tab.goto(page);
		return await run(tab, running.version().split(".")[0]);
	} finally {
		await running.close();
	}
}

/** In the page: one description, gathered to the end. Its tracks need no permission. */
async function describe({ media, bundlePolicy, stun, offer }) {
	const connection = new RTCPeerConnection({
		bundlePolicy,
		iceServers: stun === null ? [] : [{ urls: stun }],
	});
	if (media) {
		const canvas = document.createElement("canvas");
		canvas.getContext("2d").fillRect(0, 0, 8, 8);
		const video = canvas.captureStream(5);
		const audio = new AudioContext().createMediaStreamDestination().stream;
		for (const track of [...audio.getTracks(), ...video.getTracks()])
			connection.addTrack(track, video);
	}
	if (offer === null) connection.createDataChannel("0", { negotiated: true, id: 0 });
	else await connection.setRemoteDescription({ type: "offer", sdp: offer });
	const gathered = new Promise((resolve) => {
		connection.addEventListener("icegatheringstatechange", () => {
			if (connection.iceGatheringState === "complete") resolve();
		});
	});
	await connection.setLocalDescription();
	await Promise.race([gathered, new Promise((resolve) => setTimeout(resolve, 8000))]);
	const { sdp } = connection.localDescription;
	connection.close();
	return sdp;
}

const browsers = ["chromium", "firefox"];
const addresses = ["ip", "mdns"];
const stunUrl = process.env.STUN ?? "stun:127.0.0.1:3478";
const offers = new Map();

function keep(name, sdp) {
	fs.writeFileSync(path.join(folder, `${name}.sdp`), sdp);
	console.log(name, sdp.length, sdp.match(/a=candidate/g)?.length ?? 0);
}

const stunServer = await startStun();
for (const browser of browsers)
	for (const address of addresses)
		await withPage(browser, address === "mdns", async (tab, version) => {
			for (const content of ["data", "av"])
				for (const stun of ["stun", "nostun"])
					for (const bundle of content === "av" ? ["balanced", "max-bundle"] : ["balanced"]) {
						const sdp = await tab.evaluate(describe, {
							media: content === "av",
							bundlePolicy: bundle,
							stun: stun === "stun" ? stunUrl : null,
							offer: null,
						});
						const suffix = content === "av" ? `-${bundle}` : "";
						const name = `${browser}-${version}-offer-${content}-${address}-${stun}${suffix}`;
						keep(name, sdp);
						offers.set(`${browser} ${content} ${address} ${stun} ${bundle}`, sdp);
					}
		});
for (const browser of browsers)
	for (const address of addresses)
		await withPage(browser, address === "mdns", async (tab, version) => {
			for (const content of ["data", "av"])
				for (const from of browsers) {
					const sdp = await tab.evaluate(describe, {
						media: content === "av",
						bundlePolicy: "balanced",
						stun: stunUrl,
						offer: offers.get(`${from} ${content} ${address} stun balanced`),
					});
					keep(`${browser}-${version}-answer-to-${from}-${content}-${address}-stun`, sdp);
				}
		});
stunServer.close();
