// The rules that the page sets for itself: no screen breaks them, and what is put into the page does not run.

import { expect, test } from "vitest";
import { goThroughScreens } from "./support/every-screen.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { by } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";
import { violations, watchViolations } from "./support/violations.ts";

const stage = useStage();

test("no screen breaks the page's policy, on the first visit and with the service worker's headers", async () => {
	const { browser, server } = stage;
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await watchViolations(one.context);
	await watchViolations(other.context);
	await one.page.goto(server.url);
	await one.page.evaluate(() => navigator.serviceWorker.ready);
	await goThroughScreens(one.page, other.page, server.url);
	expect(await violations(one.page)).toEqual([]);
	expect(await violations(other.page)).toEqual([]);

	const opened = await one.page.goto(server.url);
	expect(opened?.fromServiceWorker()).toBe(true);
	const sent = (await opened?.allHeaders()) ?? {};
	expect(sent["content-security-policy"]).toContain("frame-ancestors 'none'");
	expect(sent["cross-origin-opener-policy"]).toBe("same-origin");
	expect(sent["permissions-policy"]).toContain("geolocation=()");
	expect(sent["referrer-policy"]).toBe("no-referrer");
	expect(sent["x-content-type-options"]).toBe("nosniff");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a script or markup that gets into the page does not run, and nothing comes from or goes to another origin", async () => {
	const { browser, server } = stage;
	const { page, context, close } = await newPerson(browser);
	await watchViolations(context);
	await page.goto(server.url);
	await by(page, "start").waitFor();
	// The same host by another name is another origin.
	const elsewhere = server.url.replace("localhost", "127.0.0.1");
	expect(elsewhere).not.toBe(server.url);
	const tried = await page.evaluate((origin) => {
		const outcome: Record<string, string> = {};
		const attempt = (name: string, work: () => void) => {
			try {
				work();
				outcome[name] = "done";
			} catch (error) {
				outcome[name] = (error as Error).name;
			}
		};
		attempt("markup", () => {
			document.body.innerHTML += "<img src=x onerror='hit=1'>";
		});
		attempt("code", () => {
			const script = document.createElement("script");
			script.textContent = "window.hit = 2";
			document.body.append(script);
		});
		attempt("foreign script", () => {
			const script = document.createElement("script");
			script.src = `${origin}elsewhere.js`;
			document.body.append(script);
		});
		attempt("late code", () => void setTimeout("window.hit = 3"));
		attempt("worker", () => void new Worker("data:text/javascript,1"));
		attempt("a policy of one's own", () => {
			const { trustedTypes } = self as unknown as {
				trustedTypes: { createPolicy(name: string, rules: object): void };
			};
			trustedTypes.createPolicy("mine", {});
		});
		return outcome;
	}, elsewhere);
	expect(Object.values(tried)).not.toContain("done");
	// What no type guards, the policy alone has to stop.
	await page.evaluate(`import("data:text/javascript,hit=4").catch(() => {})`);
	await page.evaluate((origin) => {
		const add = (name: string, about: Record<string, string>) =>
			document.body.append(Object.assign(document.createElement(name), about));
		add("style", { textContent: "body { --hit: 5 }" });
		add("link", { rel: "stylesheet", href: `${origin}style.css` });
		add("img", { src: `${origin}icon.svg` });
		add("video", { src: `${origin}film.webm` });
		add("iframe", { src: origin });
		add("base", { href: origin });
		const form = document.createElement("form");
		form.action = origin;
		document.body.append(form);
		form.submit();
		return fetch(origin).catch(() => {});
	}, elsewhere);
	const broken = async () =>
		new Set((await violations(page)).map((one) => one.split(" ")[0]));
	await expect
		.poll(broken)
		.toEqual(
			new Set([
				"require-trusted-types-for",
				"trusted-types",
				"script-src-elem",
				"style-src-elem",
				"connect-src",
				"img-src",
				"media-src",
				"frame-src",
				"base-uri",
				"form-action",
			]),
		);
	const styled = await page.evaluate(() => ({
		hit: (self as { hit?: number }).hit ?? null,
		style: getComputedStyle(document.body).getPropertyValue("--hit"),
	}));
	expect(styled).toEqual({ hit: null, style: "" });
	await close();
});
