// The three situations of the design, from the first visit to the end of the call. `npm run gallery` walks them in both
// languages, themes and sizes, and keeps a picture of every step; here each is walked once, and nothing moves unasked.

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, onTestFinished, test } from "vitest";
import { createGallery } from "./support/gallery.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { giveLiveCamera } from "./support/live-camera.ts";
import { drawScene } from "./support/scenes.ts";
import { useStage } from "./support/stage.ts";
import { answerMs, expectStill, watchMoves } from "./support/still.ts";
import { type Lines, type Situation, walks } from "./support/walks.ts";

type Setting = {
	readonly situation: Situation;
	readonly locale: "en-US" | "zh-CN";
	readonly isDark: boolean;
	/** Of the one who begins, and of the one who is asked. */
	readonly screens: readonly ["phone" | "laptop", "phone" | "laptop"];
};

const lines: Readonly<Record<Setting["locale"], Lines>> = {
	"en-US": {
		hello: "There you are! Can you hear me?",
		answer: "Loud and clear. Nothing in between.",
		passphrase: "seven quiet herons landing",
		fileName: "At home.png",
	},
	"zh-CN": {
		hello: "看到你了！听得到我说话吗？",
		answer: "听得很清楚，中间什么都没有。",
		passphrase: "七只白鹭静静落下",
		fileName: "在家里.png",
	},
};

const situations: readonly (readonly [Situation, Setting["screens"]])[] = [
	["side-by-side", ["phone", "phone"]],
	["by-message", ["laptop", "phone"]],
	["by-hand", ["phone", "laptop"]],
];

const { GALLERY } = process.env;
const isGallery = GALLERY !== undefined;
const settings: readonly Setting[] = situations.flatMap(
	([situation, screens]) => {
		const plain = { situation, screens };
		const turned = {
			situation,
			screens:
				situation === "side-by-side"
					? (["laptop", "phone"] as const)
					: (screens.toReversed() as unknown as Setting["screens"]),
		};
		const thin = { ...plain, locale: "en-US", isDark: false } as const;
		if (!isGallery) return [thin];
		return [
			thin,
			{ ...turned, locale: "en-US", isDark: true },
			{ ...turned, locale: "zh-CN", isDark: false },
			{ ...plain, locale: "zh-CN", isDark: true },
		];
	},
);

const stage = useStage();
const folder = fileURLToPath(new URL("../../gallery/", import.meta.url));
const gallery = isGallery ? createGallery(folder) : null;
let scenes: readonly [Buffer, Buffer];

beforeAll(async () => {
	scenes = [
		await drawScene(stage.browser, "ada"),
		await drawScene(stage.browser, "ben"),
	];
});

afterAll(() => gallery?.write());

test.each(settings)(
	"$situation, from the first visit to the end of the call ($locale, dark: $isDark, $screens)",
	async ({ situation, locale, isDark, screens }) => {
		const people = await Promise.all(
			screens.map((screen) =>
				newPerson(stage.browser, { screen, locale, isDark }),
			),
		);
		const [one, other] = people;
		if (!one || !other) throw new Error("Nobody is there");
		for (const { context } of people) {
			await giveLiveCamera(context);
			await watchMoves(context);
		}
		const look = isDark ? "dark" : "light";
		const title = [situation, locale, look, screens.join(" and ")].join(" · ");
		onTestFinished(async () => {
			await Promise.all(people.map(({ close }) => close()));
		});
		const shoot = gallery?.row(title);
		await walks[situation]({
			one: one.page,
			other: other.page,
			scenes,
			url: stage.server.url,
			lines: lines[locale],
			async picture(page, step) {
				await shoot?.(page, step);
				await expectStill(page, step);
				// What comes now is no answer to a press of theirs.
				if (step === "waiting-for-them")
					await one.page.waitForTimeout(answerMs);
			},
		});
		expectNoProblems(one, other);
	},
);
