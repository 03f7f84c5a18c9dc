// From screen to camera: each person films the other's screen, and a picture of it does as well.

import { afterEach, expect, inject, test } from "vitest";
import { type Camera, createCamera, handHeld } from "./support/camera.ts";
import { drawnPng } from "./support/drawn.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
	type PersonOptions,
} from "./support/launch.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

type Filming = Person & { readonly camera: Camera };

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function openServer(): Promise<string> {
	const server = await serve(inject("builtApp"));
	closing.push(server.stop);
	return server.url;
}

/** Someone with a camera of their own, which needs a browser of its own. */
async function newFilming(options: PersonOptions): Promise<Filming> {
	const camera = await createCamera();
	const browser = await launchBrowser(camera);
	closing.push(camera.remove, () => browser.close());
	return { ...(await newPerson(browser, options)), camera };
}

const pictureOfCode = (person: Person) => by(person.page, "my-qr").screenshot();

test("each scans the other's screen, hand-held, and they are connected", async () => {
	const url = await openServer();
	const one = await newFilming({ screen: "phone" });
	const other = await newFilming({ screen: "laptop", isDark: true });
	await begin(one.page, url);
	await begin(other.page, url);

	await other.camera.film(await pictureOfCode(one), handHeld);
	await by(other.page, "scan").click();
	await myCode(other.page, "reply");
	await by(other.page, "scan-video").waitFor({ state: "detached" });

	await one.camera.film(await pictureOfCode(other), handHeld);
	await by(one.page, "scan").click();
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await say(one.page, "by camera");
	expect(await heard(other.page)).toBe("by camera");
	expectNoProblems(one, other);
});

test("a picture of the code does as well; other pictures are named", async () => {
	const url = await openServer();
	const one = await newFilming({ screen: "laptop" });
	const other = await newFilming({ screen: "laptop" });
	await begin(one.page, url);
	await begin(other.page, url);
	const choose = (buffer: Buffer, mimeType = "image/png") =>
		by(one.page, "scan-image").setInputFiles({ name: "x", mimeType, buffer });

	await choose(Buffer.from("not a picture"));
	await one.page.locator("[data-problem=notAPicture]").waitFor();
	await choose(await by(one.page, "scan").screenshot());
	await one.page.locator("[data-problem=noQrInPicture]").waitFor();
	await choose(await pictureOfCode(one));
	await one.page.locator("[data-problem=ownCode]").waitFor();

	// A code somewhere on a whole screen, as a screenshot shows it.
	await choose(await other.page.screenshot());
	await myCode(one.page, "reply");
	await by(other.page, "their-code").fill(await myCode(one.page, "reply"));
	await inState(one.page, "connected");
	expectNoProblems(one, other);
});

test("a picture can be dropped on the place for their code", async () => {
	const url = await openServer();
	const one = await newFilming({ screen: "laptop" });
	const other = await newFilming({ screen: "laptop" });
	await begin(one.page, url);
	await begin(other.page, url);
	const base64 = (await pictureOfCode(other)).toString("base64");
	const dropped = await one.page.evaluateHandle(async (text) => {
		const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
		const transfer = new DataTransfer();
		transfer.items.add(new File([bytes], "code.png", { type: "image/png" }));
		return transfer;
	}, base64);
	await by(one.page, "their-code").dispatchEvent("drop", {
		dataTransfer: dropped,
	});
	await myCode(one.page, "reply");
	expectNoProblems(one, other);
});

test("a camera that is refused is explained, and the paste box still works", async () => {
	const url = await openServer();
	const browser = await launchBrowser();
	closing.push(() => browser.close());
	const one = await newPerson(browser, { permissions: [] });
	const other = await newPerson(browser);
	await begin(one.page, url);
	await by(one.page, "scan").click();
	await by(one.page, "scan-problem").waitFor();
	await by(one.page, "their-code").fill(await begin(other.page, url));
	await by(other.page, "their-code").fill(await myCode(one.page, "reply"));
	await inState(one.page, "connected");
	expectNoProblems(one, other);
});

const foreign = (text: string) =>
	drawnPng(640, 480, [{ text, left: 160, top: 60, pixelsPerModule: 8 }]);

test("codes in view that are not ours are named, and scanning goes on", async () => {
	const url = await openServer();
	const one = await newFilming({ screen: "laptop" });
	const other = await newFilming({ screen: "phone" });
	await begin(one.page, url);
	await begin(other.page, url);
	const named = {
		foreignLink: "https://shop.example/table/7",
		foreignWifi: "WIFI:T:WPA;S:guests;P:welcome;;",
		damaged: `${url}#${"9".repeat(200)}`,
	};
	for (const [name, text] of Object.entries(named)) {
		await one.camera.film(foreign(text));
		await by(one.page, "scan").click();
		await one.page.locator(`[data-problem=${name}]`).waitFor();
		expect(await by(one.page, "problem").textContent()).not.toContain(text);
		expect(await by(one.page, "scan").getAttribute("aria-pressed")).toBe(
			"true",
		);
		await by(one.page, "scan").click();
	}
	// One that passes by is no reason to stop looking.
	const passing = [foreign(named.foreignLink), await pictureOfCode(other)];
	await one.camera.film(passing);
	await by(one.page, "scan").click();
	await myCode(one.page, "reply");
	expect(await by(one.page, "problem").count()).toBe(0);
	expectNoProblems(one, other);
});
