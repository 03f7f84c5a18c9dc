// Two people in a call, in browsers of any two engines, and everything that either may switch. What comes of it is
// asserted at the other end.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { type Engine, newSide, type Side } from "./call-side.ts";
import { type Camera, createCamera } from "./camera.ts";
import { launchFirefox } from "./firefox.ts";
import { expectNoProblems, launchBrowser } from "./launch.ts";
import {
	arriving,
	lively,
	press,
	type Switch,
	shown,
	switchedOn,
	turn,
} from "./lines.ts";
import { by, connectByText } from "./pigeon.ts";
import { type Server, serve } from "./serve.ts";
import { screenArgs } from "./shown-screen.ts";

const within = { timeout: 20_000, interval: 50 };

/** The tests of one pair: each begins with everything off. */
export function testCall(first: Engine, second: Engine): void {
	let camera: Camera;
	let server: Server;
	let browsers: readonly Browser[] = [];
	let sides: readonly Side[] = [];

	const launch = (engine: Engine) =>
		engine === "chromium"
			? launchBrowser({
					soundFile: camera.soundFile,
					args: screenArgs,
					isLoud: true,
				})
			: launchFirefox();

	beforeAll(async () => {
		camera = await createCamera(700, 300);
		server = await serve(inject("builtApp"));
		const one = await launch(first);
		// Two people of one engine share a browser; each tab that is shown must be the only one of its name.
		const other = await launch(second);
		browsers = [one, other];
		sides = [await newSide(first, one), await newSide(second, other)];
		const [left, right] = sides;
		if (left && right) await connectByText(left.page, right.page, server.url);
	});

	afterAll(async () => {
		for (const browser of browsers) await browser.close();
		await server?.stop();
		await camera?.remove();
	});

	/** Both ways round: who presses, and who sees it. */
	const ways = () => {
		const [one, other] = sides;
		if (!one || !other) throw new Error("Nobody is there");
		return [
			[one, other],
			[other, one],
		] as const;
	};
	const expectShown = (page: Page, ...what: readonly string[]) =>
		expect.poll(() => shown(page), within).toEqual(what);
	const expectLively = (page: Page, ...what: readonly string[]) =>
		expect.poll(() => lively(page), within).toEqual(what);

	beforeEach(async () => {
		for (const { page } of sides)
			for (const which of await switchedOn(page))
				await turn(page, which, false);
	});

	test("microphone and camera reach the other side, and stop reaching it", async () => {
		for (const [me, them] of ways()) {
			await turn(me.page, "microphone", true);
			await expectShown(them.page, "microphone");
			// Before any camera has ever been on.
			await expectLively(them.page, "voice");
			await turn(me.page, "camera", true);
			await expectShown(them.page, "microphone", "camera");
			await expectLively(them.page, "voice", "camera");
			await turn(me.page, "microphone", false);
			await expectShown(them.page, "camera");
			await expectLively(them.page, "camera");
			await turn(me.page, "camera", false);
			await expectShown(them.page);
			await expectLively(them.page);
		}
	});

	test("a screen is seen beside the camera, and heard; either side of the browser may end it", async () => {
		for (const [me, them] of ways()) {
			const sound = me.engine === "chromium" ? ["screen's sound"] : [];
			await turn(me.page, "camera", true);
			await turn(me.page, "screen", true);
			await expectShown(them.page, "camera", "screen");
			await expectLively(them.page, "camera", "screen", ...sound);
			for (const id of ["remote-video", "remote-screen"])
				expect(await by(them.page, id).isVisible()).toBe(true);
			await turn(me.page, "screen", false);
			await expectShown(them.page, "camera");
			await expectLively(them.page, "camera");
			await turn(me.page, "screen", true);
			await expectShown(them.page, "camera", "screen");
			await me.endScreen();
			await expectShown(them.page, "camera");
			await expectLively(them.page, "camera");
			expect(await switchedOn(me.page)).toEqual(["camera"]);
			await turn(me.page, "camera", false);
		}
	});

	test("both begin to share in the same moment, and see each other's screen", async () => {
		await Promise.all(sides.map(({ page }) => press(page, "screen")));
		for (const [me, them] of ways()) {
			const sound = them.engine === "chromium" ? ["screen's sound"] : [];
			await expectShown(me.page, "screen");
			await expectLively(me.page, "screen", ...sound);
		}
		await Promise.all(sides.map(({ page }) => press(page, "screen")));
		for (const { page } of sides) {
			await expectShown(page);
			await expectLively(page);
		}
	});

	test("on hold nothing travels either way, both are told, and going on restores exactly what was on", async () => {
		for (const [me, them] of ways()) {
			// One microphone at a time: the same tone from both ends is an echo, and browsers take echoes away.
			await turn(me.page, "microphone", true);
			for (const { page } of sides) await turn(page, "camera", true);
			await expectLively(me.page, "camera");
			await expectLively(them.page, "voice", "camera");
			await turn(me.page, "hold", true);
			await expectShown(them.page, "microphone", "camera", "hold");
			await expectLively(them.page);
			await expectLively(me.page);
			const isPaused = (page: Page, id: string) =>
				by(page, id).evaluate((video) => (video as HTMLVideoElement).paused);
			expect(await isPaused(me.page, "remote-video")).toBe(true);
			expect(await isPaused(them.page, "local-video")).toBe(true);

			// Pressed meanwhile it counts from then on.
			await turn(me.page, "microphone", false);
			await turn(them.page, "microphone", true);
			await expectLively(them.page);
			await expectLively(me.page);

			// Both may hold at once; the last to let go lets it go on.
			await turn(them.page, "hold", true);
			await turn(me.page, "hold", false);
			await expectShown(me.page, "microphone", "camera", "hold");
			await expectLively(them.page);
			await turn(them.page, "hold", false);
			await expectShown(me.page, "microphone", "camera");
			await expectShown(them.page, "camera");
			await expectLively(me.page, "voice", "camera");
			await expectLively(them.page, "camera");
			expect(await isPaused(me.page, "remote-video")).toBe(false);
			for (const { page } of sides)
				for (const which of await switchedOn(page))
					await turn(page, which, false);
		}
	});

	test("who waits on hold hears a tone where the other has chosen that, and the choice is kept", async () => {
		for (const [me, them] of ways()) {
			// A Firefox without a sound device has no tone to send.
			if (me.engine !== "chromium") continue;
			await turn(me.page, "hold", true);
			await by(me.page, "hold-tone").check();
			await expectLively(them.page, "voice");
			await turn(me.page, "hold", false);
			await expectLively(them.page);
			await turn(me.page, "hold", true);
			await expectLively(them.page, "voice");
			await by(me.page, "hold-tone").uncheck();
			await expectLively(them.page);
			await turn(me.page, "hold", false);
		}
	});

	test("after fifty rapid presses on each side both agree on what is on, and it travels", async () => {
		const which: readonly Switch[] = [
			"microphone",
			"camera",
			"microphone",
			"hold",
			"screen",
		];
		await Promise.all(
			sides.map(async ({ page }, side) => {
				let state = 7 + side;
				for (let count = 0; count < 50; count += 1) {
					state = (state * 48_271) % 2_147_483_647;
					const one = which[state % which.length] ?? "hold";
					await press(page, one);
				}
			}),
		);
		for (const [me, them] of ways())
			await expectShown(them.page, ...(await switchedOn(me.page)));
		for (const { page } of sides) await turn(page, "hold", false);
		const [, last] = sides;
		if (last) await turn(last.page, "microphone", false);
		for (const [me, them] of ways()) {
			const on = await switchedOn(me.page);
			await expectShown(them.page, ...on);
			await expectLively(
				them.page,
				...(on.includes("microphone") ? ["voice"] : []),
				...(on.includes("camera") ? ["camera"] : []),
				...(on.includes("screen") ? ["screen"] : []),
				...(on.includes("screen") && me.engine === "chromium"
					? ["screen's sound"]
					: []),
			);
		}
		// And everything still can be switched on and off.
		for (const { page } of sides)
			for (const one of ["microphone", "camera", "screen"] as const)
				await turn(page, one, false);
		for (const { page } of sides) {
			await expectShown(page);
			await expectLively(page);
			const { audio, video } = await arriving(page);
			expect(audio).toBeLessThan(0.001);
			expect(video).toBeLessThan(4);
		}
	});

	test("nothing went wrong meanwhile on either page", () => {
		expectNoProblems(...sides.map(({ person }) => person));
	});
}
