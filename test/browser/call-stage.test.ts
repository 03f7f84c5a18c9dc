// The call's screen: where things stand on every screen, who speaks, which device is used, and which keys do what.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
	boxesOf,
	outside,
	overlaps,
	roomOf,
	screenNames,
	screens,
	shiftsOf,
	watchShifts,
} from "./support/boxes.ts";
import { type Camera, createCamera } from "./support/camera.ts";
import { drawScreen } from "./support/drawn-screen.ts";
import { listenForHoles } from "./support/holes.ts";
import {
	everythingAllowed,
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import {
	by,
	connectByText,
	expectMovingPicture,
	inState,
} from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let camera: Camera;
let browser: Browser;
let server: Server;
let one: Person;
let other: Person;

beforeAll(async () => {
	camera = await createCamera();
	browser = await launchBrowser({
		soundFile: camera.soundFile,
		// The last one of a switch counts.
		args: ["--use-fake-device-for-media-stream=device-count=2"],
	});
	server = await serve(inject("builtApp"));
	one = await newPerson(browser);
	await drawScreen(one.page);
	other = await newPerson(browser);
});

afterAll(async () => {
	await browser.close();
	await server.stop();
	await camera.remove();
});

const faces = [".is-screen", "[data-testid=them]", "[data-testid=me]"];
const parts = [".call-head", ".stage", ".controls", ".chat"];

const labelOf = (person: Person, id: string) =>
	by(person.page, id).evaluate((element) => {
		const stream = (element as HTMLVideoElement).srcObject as MediaStream;
		return stream.getVideoTracks()[0]?.label ?? "";
	});

const seenIs = (person: Person, is: boolean) =>
	person.page.locator(`[data-testid=them][data-is-shown=${is}]`).waitFor();

const speaks = (person: Person, who: "me" | "them", is: boolean) =>
	person.page
		.locator(`[data-testid=${who}][data-is-speaking=${is}]`)
		.waitFor({ timeout: 10_000 });

test("before the call the microphone's level moves, and the chosen camera is taken the next time as well", async () => {
	const { page } = one;
	await page.goto(server.url);
	await by(page, "toggle-mic").click();
	await page
		.locator("[data-testid=level]:not([data-level='0'])")
		.waitFor({ timeout: 10_000 });
	await by(page, "toggle-camera").click();
	await expectMovingPicture(page, "local-video");
	const names = await by(page, "pick-camera")
		.locator("option")
		.allTextContents();
	expect(names).toHaveLength(3);
	const before = await labelOf(one, "local-video");
	const wanted = names.slice(1).find((name) => name !== before) ?? "";
	await by(page, "pick-camera").selectOption({ label: wanted });
	await expect.poll(() => labelOf(one, "local-video")).toBe(wanted);

	await page.reload();
	await by(page, "toggle-camera").click();
	await expectMovingPicture(page, "local-video");
	expect(await labelOf(one, "local-video")).toBe(wanted);
	await by(page, "forget-devices").click();
	await by(page, "forget-devices").waitFor({ state: "detached" });
	expectNoProblems(one);
});

test("nothing lies over anything else on any screen, and nothing moves when a picture comes", async () => {
	await connectByText(one.page, other.page, server.url);
	const { page } = other;
	const check = async (state: string, more: readonly string[] = []) => {
		for (const name of screenNames) {
			await page.setViewportSize(screens[name]);
			const inside = await boxesOf(page, more);
			expect(overlaps(inside), `${state} on ${name}`).toEqual([]);
			const [stage = roomOf(screens[name])] = Object.values(
				await boxesOf(page, [".stage"]),
			);
			expect(outside(inside, stage), `${state} on ${name}`).toEqual([]);
			const boxes = await boxesOf(page, parts);
			expect(overlaps(boxes), `${state} on ${name}`).toEqual([]);
			expect(
				outside(boxes, roomOf(screens[name])),
				`${state} on ${name}`,
			).toEqual([]);
			const sizes = await page.locator(".controls button").evaluateAll((all) =>
				all.map((button) => {
					const { width, height } = button.getBoundingClientRect();
					return Math.min(width, height);
				}),
			);
			const least = name === "narrowStrip" ? 40 : 44;
			expect(Math.min(...sizes), name).toBeGreaterThanOrEqual(least);
		}
	};
	await check("nobody seen");
	const places = ["[data-testid=them]", "[data-testid=me]", ...parts];
	const before = await boxesOf(page, places);
	await watchShifts(page);
	await by(one.page, "toggle-camera").click();
	await seenIs(other, true);
	await expectMovingPicture(page, "remote-video");
	expect(await boxesOf(page, places)).toEqual(before);
	expect(await shiftsOf(page)).toBe(0);
	await check("them seen");
	await by(page, "toggle-chat").click();
	await check("chat closed");
	await by(one.page, "toggle-screen").click();
	await page.locator("[data-is-screen-seen=true]").waitFor();
	await expectMovingPicture(page, "remote-screen");
	await check("their screen beside them", faces);
	await by(one.page, "toggle-screen").click();
	await page.locator("[data-is-screen-seen=false]").waitFor();
	await by(page, "toggle-chat").click();
	await page.setViewportSize(screens.laptop);
});

test("who speaks is marked, on both sides", async () => {
	await by(one.page, "toggle-mic").click();
	await Promise.all([speaks(one, "me", true), speaks(other, "them", true)]);
	await by(one.page, "toggle-mic").click();
	await Promise.all([speaks(one, "me", false), speaks(other, "them", false)]);
});

test("another microphone is taken in the middle of a sound without a hole in it", async () => {
	await by(one.page, "toggle-mic").click();
	await speaks(other, "them", true);
	const stopListening = await listenForHoles(other.page);
	await by(one.page, "more").click();
	await by(one.page, "devices").click();
	for (const at of [1, 2]) {
		await by(one.page, "pick-microphone").selectOption({ index: at });
		await other.page.waitForTimeout(700);
	}
	const holeMs = await stopListening();
	expect(holeMs).toBeLessThan(200);
	await by(one.page, "pick-camera").selectOption({ index: 2 });
	await expectMovingPicture(other.page, "remote-video");
	await one.page.keyboard.press("Escape");
	await by(one.page, "devices-sheet").waitFor({ state: "detached" });
});

test("the loudspeaker and how loud they are can be chosen, and the picture shown whole or filling", async () => {
	const { page } = other;
	await by(page, "toggle-mic").click();
	await by(page, "more").click();
	await by(page, "devices").click();
	await by(page, "volume").fill("0.3");
	await by(page, "pick-speaker").selectOption({ index: 1 });
	const video = by(page, "remote-video");
	const chosen = await by(page, "pick-speaker").inputValue();
	await expect
		.poll(() =>
			video.evaluate((element) => {
				const { sinkId, volume } = element as HTMLVideoElement;
				return { sinkId, volume };
			}),
		)
		.toEqual({ sinkId: chosen, volume: 0.3 });
	await by(page, "close-sheet").click();
	const them = by(page, "them");
	const before = await them.getAttribute("data-fit");
	await them.dblclick({ position: { x: 60, y: 300 } });
	expect(await them.getAttribute("data-fit")).not.toBe(before);
	await page.keyboard.press("f");
	await expect
		.poll(() => page.evaluate(() => document.fullscreenElement !== null))
		.toBe(true);
	await page.keyboard.press("f");
	await expect
		.poll(() => page.evaluate(() => document.fullscreenElement !== null))
		.toBe(false);
});

test("keys do what their list says, and nothing while somebody writes", async () => {
	const { page } = other;
	const isCameraOn = () =>
		by(page, "toggle-camera").getAttribute("aria-pressed");
	await by(page, "chat-input").fill("");
	await by(page, "chat-input").pressSequentially("vmch?");
	expect(await by(page, "chat-input").inputValue()).toBe("vmch?");
	expect(await isCameraOn()).toBe("false");
	expect(await by(page, "keys-sheet").count()).toBe(0);
	await by(page, "chat-input").fill("");
	await by(page, "chat-input").blur();
	await page.keyboard.press("v");
	await expect.poll(isCameraOn).toBe("true");
	await seenIs(one, true);
	await page.keyboard.press("?");
	await by(page, "keys-sheet").waitFor();
	await by(page, "use-keys").uncheck();
	await page.keyboard.press("Escape");
	await by(page, "keys-sheet").waitFor({ state: "detached" });
	await page.keyboard.press("v");
	await page.keyboard.press("c");
	await by(page, "chat-input").waitFor();
	expect(await isCameraOn()).toBe("true");
});

test("a camera that goes is said on both sides, and comes back with the device", async () => {
	const { context, page } = one;
	await context.clearPermissions();
	await by(page, "camera-problem").waitFor();
	await seenIs(other, false);
	await context.grantPermissions([...everythingAllowed]);
	// The list is the browser's own; only the news of it has to come from here.
	await page.evaluate(() =>
		navigator.mediaDevices.dispatchEvent(new Event("devicechange")),
	);
	await by(page, "camera-problem").waitFor({ state: "detached" });
	await seenIs(other, true);
	await expectMovingPicture(other.page, "remote-video");
	await by(page, "hang-up").click();
	await inState(other.page, "closed");
	expectNoProblems(one, other);
});
