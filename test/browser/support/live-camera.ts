// A camera whose picture the test changes while it runs. Firefox has no other that can be shown something.

import type { BrowserContext, Page } from "playwright-core";

type Shown = { showCamera(base64: string): Promise<void> };

/** Before the first page is opened. */
export async function giveLiveCamera(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		// An empty page has none.
		if (!navigator.mediaDevices) return;
		const canvas = document.createElement("canvas");
		canvas.width = 1280;
		canvas.height = 720;
		const surface = canvas.getContext("2d");
		if (!surface) throw new Error("No canvas");
		let scene: ImageBitmap | null = null;
		let frame = 0;
		const draw = () => {
			surface.fillStyle = "#808080";
			surface.fillRect(0, 0, 1280, 720);
			if (scene) {
				const { width, height } = scene;
				const scale = Math.min(1280 / width, 720 / height);
				const [wide, high] = [width * scale, height * scale];
				const [left, top] = [(1280 - wide) / 2, (720 - high) / 2];
				surface.drawImage(scene, left, top, wide, high);
			}
			// Where nothing changes no frame is sent.
			frame += 1;
			surface.fillStyle = frame % 2 === 0 ? "#000" : "#111";
			surface.fillRect(0, 0, 2, 2);
		};
		setInterval(draw, 66);
		Object.assign(self, {
			async showCamera(base64: string) {
				// Not by an address, which the page may not load.
				const bytes = Uint8Array.from(atob(base64), (letter) =>
					letter.charCodeAt(0),
				);
				scene = await createImageBitmap(new Blob([bytes]));
			},
		} satisfies Shown);
		Object.assign(navigator.mediaDevices, {
			getUserMedia: async () => {
				draw();
				return canvas.captureStream(15);
			},
		});
	});
}

export async function show(page: Page, png: Buffer): Promise<void> {
	await page.evaluate(
		(base64) => (self as unknown as Shown).showCamera(base64),
		png.toString("base64"),
	);
}
