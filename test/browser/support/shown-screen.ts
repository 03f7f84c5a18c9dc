// Something to show to the other side. In Chromium it is a real tab that the browser really captures, sound and all;
// Firefox without a screen has nothing to capture, so there a moving picture stands behind the browser's question.

import type { BrowserContext, Page } from "playwright-core";

const title = "Something to show";

/** Answers the browser's question by the tab of that name. */
export const screenArgs = [
	`--auto-select-tab-capture-source-by-title=${title}`,
];

/** A tab with colours that change and a tone. */
export async function openSomethingToShow(
	context: BrowserContext,
): Promise<Page> {
	const page = await context.newPage();
	await page.setContent(`<title>${title}</title><body>`);
	await page.evaluate(async () => {
		let turn = 0;
		setInterval(() => {
			turn += 7;
			document.body.style.background = `hsl(${turn % 360} 90% 50%)`;
		}, 40);
		const context = new AudioContext();
		const tone = context.createOscillator();
		tone.connect(context.destination);
		tone.start();
		await context.resume();
	});
	return page;
}

type Drawn = { endScreen(): void };

/** Before the first page is opened. */
export async function giveDrawnScreen(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		if (!navigator.mediaDevices) return;
		let last: MediaStreamTrack | undefined;
		let tell: (event: Event) => void = () => {};
		Object.assign(self, {
			endScreen() {
				// Said only where it was not the page that stopped it; and a Firefox (153) brings no event to a track of a canvas
				// that a script has made up.
				tell(new Event("ended"));
				last?.stop();
			},
		} satisfies Drawn);
		Object.assign(navigator.mediaDevices, {
			getDisplayMedia: async () => {
				const canvas = document.createElement("canvas");
				canvas.width = 1280;
				canvas.height = 720;
				const surface = canvas.getContext("2d");
				let turn = 0;
				const draw = () => {
					turn += 7;
					if (surface) surface.fillStyle = `hsl(${turn % 360} 90% 50%)`;
					surface?.fillRect(0, 0, 1280, 720);
				};
				draw();
				const stream = canvas.captureStream(20);
				[last] = stream.getVideoTracks();
				if (last)
					last.addEventListener = (_: string, listener: typeof tell) => {
						tell = listener;
					};
				const timer = setInterval(
					() => (last?.readyState === "live" ? draw() : clearInterval(timer)),
					50,
				);
				return stream;
			},
		});
	});
}

export const endDrawnScreen = (page: Page): Promise<void> =>
	page.evaluate(() => (self as unknown as Drawn).endScreen());
