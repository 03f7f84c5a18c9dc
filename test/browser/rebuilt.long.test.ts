// What a card says is enough: descriptions that were packed, carried and rebuilt open a data channel, as offer and as
// answer, in every pairing of the engines.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { launchBrowser, newPerson } from "./support/launch.ts";
import { type Server, serve } from "./support/serve.ts";

type Engine = "chromium" | "firefox";
type Description = { readonly type: "offer" | "answer"; readonly sdp: string };

const engines: readonly Engine[] = hasFirefox
	? ["chromium", "firefox"]
	: ["chromium"];
const pairs = engines.flatMap((one) =>
	engines.map((other) => [one, other] as const),
);

/** The description on the other side of a code: by its text, or by its digits. */
function carried(description: Description, way: "text" | "digits") {
	const code = writeCode(description, { now: Date.now() });
	expect(code.format).toBe("card");
	const read = readCode(code[way]);
	if (!read.ok) throw new Error(read.problem);
	const { type, sdp } = read.value;
	return { type, sdp };
}

/** Applies what came, describes this side, and waits until all its candidates are in. */
function describeSide(page: Page, remote: Description | null) {
	return page.evaluate(async (theirs) => {
		const connection = new RTCPeerConnection();
		const channel = connection.createDataChannel("x", {
			negotiated: true,
			id: 0,
		});
		Object.assign(self, { connection, channel });
		if (theirs) await connection.setRemoteDescription(theirs);
		const gathered = new Promise<void>((resolve) => {
			connection.addEventListener("icegatheringstatechange", () => {
				if (connection.iceGatheringState === "complete") resolve();
			});
			setTimeout(resolve, 3_000);
		});
		await connection.setLocalDescription();
		await gathered;
		const { type, sdp } = connection.localDescription ?? { type: "", sdp: "" };
		if (type !== "offer" && type !== "answer") throw new Error(type);
		return { type, sdp } as const;
	}, remote);
}

const apply = (page: Page, answer: Description) =>
	page.evaluate(
		(theirs) =>
			(
				self as unknown as { connection: RTCPeerConnection }
			).connection.setRemoteDescription(theirs),
		answer,
	);

const isOpen = (page: Page) =>
	page.waitForFunction(
		() =>
			(self as unknown as { channel: RTCDataChannel }).channel.readyState ===
			"open",
	);

describe("rebuilt descriptions", () => {
	let chromium: Browser;
	let firefox: Browser | null = null;
	let server: Server;

	beforeAll(async () => {
		chromium = await launchBrowser();
		if (hasFirefox) firefox = await launchFirefox();
		server = await serve(inject("builtApp"));
	});

	afterAll(async () => {
		await chromium.close();
		await firefox?.close();
		await server.stop();
	});

	const newOf = async (engine: Engine) => {
		const person =
			engine === "firefox" && firefox
				? await newFirefoxPerson(firefox)
				: await newPerson(chromium);
		await person.page.goto(server.url);
		return person;
	};

	test.each(pairs)(
		"open a channel: offer of %s, answer of %s",
		async (first, second) => {
			const one = await newOf(first);
			const other = await newOf(second);
			const offer = await describeSide(one.page, null);
			const answer = await describeSide(other.page, carried(offer, "text"));
			await apply(one.page, carried(answer, "digits"));
			await Promise.all([isOpen(one.page), isOpen(other.page)]);
			await Promise.all([one.close(), other.close()]);
		},
	);
});
