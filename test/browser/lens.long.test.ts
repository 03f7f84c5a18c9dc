// The scanner's camera: which one, what it says when nothing is read, and what happens when it goes.

import { PNG } from "pngjs";
import { afterEach, expect, inject, test } from "vitest";
import { createCamera } from "./support/camera.ts";
import {
	type BrowserOptions,
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import { begin, by } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function newScanning(options: BrowserOptions): Promise<Person> {
	const server = await serve(inject("builtApp"));
	const browser = await launchBrowser(options);
	closing.push(server.stop, () => browser.close());
	const person = await newPerson(browser, { screen: "phone" });
	await begin(person.page, server.url);
	return person;
}

const cameraOf = ({ page }: Person) =>
	by(page, "scan-video").evaluate((element) => {
		const { srcObject } = element as HTMLVideoElement;
		const [track] = (srcObject as MediaStream).getVideoTracks();
		return track?.getSettings().deviceId ?? "";
	});

async function startScanning(person: Person): Promise<string> {
	await by(person.page, "scan").click();
	await by(person.page, "scan-video").waitFor();
	await person.page.waitForFunction(
		() =>
			document.querySelector<HTMLVideoElement>("[data-testid=scan-video]")
				?.videoWidth,
	);
	return cameraOf(person);
}

test("another camera is one press away, and remembered", async () => {
	const one = await newScanning({
		args: ["--use-fake-device-for-media-stream=device-count=2"],
	});
	const first = await startScanning(one);
	await by(one.page, "switch-camera").click();
	await one.page.waitForFunction((was) => {
		const video = document.querySelector<HTMLVideoElement>(
			"[data-testid=scan-video]",
		);
		const stream = video?.srcObject as MediaStream | null | undefined;
		const id = stream?.getVideoTracks()[0]?.getSettings().deviceId;
		return id !== undefined && id !== was;
	}, first);
	const second = await cameraOf(one);
	await by(one.page, "scan").click();
	await one.page.reload();
	await begin(one.page, one.page.url());
	expect(await startScanning(one)).toBe(second);
	expectNoProblems(one);
});

test("a camera that is taken away while it looks is named, and can be tried again", async () => {
	const one = await newScanning({});
	await startScanning(one);
	await one.context.clearPermissions();
	await by(one.page, "scan-problem").waitFor();
	expect(await by(one.page, "scan-video").count()).toBe(0);
	await one.context.grantPermissions(["camera"]);
	await startScanning(one);
	expectNoProblems(one);
});

test("ten seconds of darkness bring a hint, and no light stays on afterwards", async () => {
	const camera = await createCamera();
	closing.push(camera.remove);
	const night = new PNG({ width: 1280, height: 720 });
	night.data.fill(12);
	await camera.film(PNG.sync.write(night));
	const one = await newScanning(camera);
	await one.page.evaluate(() => {
		const { getUserMedia } = navigator.mediaDevices;
		navigator.mediaDevices.getUserMedia = async function (wishes) {
			const stream = await getUserMedia.call(this, wishes);
			Object.assign(self, { seen: stream.getTracks() });
			return stream;
		};
	});
	await startScanning(one);
	await one.page
		.getByText("Too dark", { exact: false })
		.waitFor({ timeout: 15_000 });
	await by(one.page, "scan").click();
	const states = await one.page.evaluate(() =>
		(self as unknown as { seen: MediaStreamTrack[] }).seen.map(
			({ readyState }) => readyState,
		),
	);
	expect(states).toEqual(["ended"]);
	expectNoProblems(one);
});
