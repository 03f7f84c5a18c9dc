// What a person chooses is done at once, kept, and forgotten when they say so.

import { expect, inject, test } from "vitest";
import { launchBrowser, newPerson } from "./support/launch.ts";
import { by, connectByText } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

test("language, colours and name are kept, and forgotten with everything else", async () => {
	const browser = await launchBrowser();
	const server = await serve(inject("builtApp"));
	const { page, close } = await newPerson(browser);
	await page.goto(server.url);
	await by(page, "open-settings").click();
	await by(page, "settings-name").fill("Ada");
	await by(page, "settings-theme").selectOption("dark");
	await by(page, "settings-sounds").uncheck();
	const colour = () =>
		page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	expect(await colour()).toBe("rgb(21, 25, 29)");

	await page.reload();
	await by(page, "open-settings").click();
	expect(await by(page, "settings-name").inputValue()).toBe("Ada");
	expect(await by(page, "settings-sounds").isChecked()).toBe(false);
	expect(await colour()).toBe("rgb(21, 25, 29)");

	// A file that came and was never saved, where files are put.
	await page.evaluate(async () => {
		const name = `files ${encodeURIComponent(location.pathname)}`;
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle(name, { create: true });
		const file = await folder.getFileHandle("half", { create: true });
		const writer = await file.createWritable();
		await writer.write(new Uint8Array(2_000));
		await writer.close();
	});
	await by(page, "sheet-close").click();
	await by(page, "open-settings").click();
	await page
		.locator("[data-testid=kept-files]", { hasText: "2.0 kB" })
		.waitFor();
	await by(page, "forget").click();
	await by(page, "forget-yes").click();
	await page.locator("[data-testid=forgetting][data-is=done]").waitFor();
	const left = await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const names: string[] = [];
		for await (const name of root.keys()) names.push(name);
		return [...names, ...Object.keys(localStorage)];
	});
	expect(left).toEqual([]);
	expect(await by(page, "settings-name").inputValue()).toBe("");
	await close();
	await server.stop();
	await browser.close();
});

test("a name is seen by the other side, and by nobody else's rules than ours", async () => {
	const browser = await launchBrowser();
	const server = await serve(inject("builtApp"));
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await one.page.addInitScript(() => {
		localStorage.setItem(
			"pigeon-settings",
			JSON.stringify({ name: "\u202eAda\u200b <b>" }),
		);
	});
	await connectByText(one.page, other.page, server.url);
	const name = by(other.page, "their-name");
	await name.waitFor();
	expect(await name.textContent()).toBe("Ada <b>");
	expect(await by(one.page, "their-name").count()).toBe(0);
	await Promise.all([one.close(), other.close()]);
	await server.stop();
	await browser.close();
});

// What is called the same in every language, is a name of the system, or no word.
const everywhere =
	/\d+\.\d+\.\d+ [0-9a-f]{16}|Fake Audio (?:In|Out)put \d|fake_device_\d|Pigeon|WebRTC|Wi-Fi|STUN|TURN|QR|MIT|English|https|localhost|SHA|turns?:\S*|stun:\S*|[kMG]?B\b/g;

test("whoever asks for Chinese finds no word of English left", async () => {
	const browser = await launchBrowser();
	const server = await serve(inject("builtApp"));
	const { page, close } = await newPerson(browser, { locale: "zh-CN" });
	const englishOn = async () => {
		const text = await page.evaluate(() => {
			const spoken = [document.body.innerText];
			for (const one of document.querySelectorAll("[aria-label], [title]"))
				spoken.push(one.ariaLabel ?? "", one.getAttribute("title") ?? "");
			return spoken.join("\n");
		});
		return text.replace(everywhere, "").match(/[A-Za-z]{2,}.*/g) ?? [];
	};
	await page.goto(server.url);
	await by(page, "start").waitFor();
	expect(await page.evaluate(() => document.documentElement.lang)).toBe(
		"zh-Hans",
	);
	expect(await englishOn()).toEqual([]);
	for (const sheet of ["help", "settings"]) {
		await by(page, `open-${sheet}`).click();
		await by(page, `${sheet}-sheet`).waitFor();
		expect(await englishOn()).toEqual([]);
		await by(page, "sheet-close").click();
	}
	await close();
	await server.stop();
	await browser.close();
});
