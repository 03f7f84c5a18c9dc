// The rules that the page sets for itself, as Firefox keeps them.

import { expect, inject, test } from "vitest";
import { goThroughScreens } from "./support/every-screen.ts";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { expectNoProblems } from "./support/launch.ts";
import { serve } from "./support/serve.ts";
import { violations, watchViolations } from "./support/violations.ts";

test.runIf(hasFirefox)(
	"no screen breaks the page's policy in Firefox",
	async () => {
		const server = await serve(inject("builtApp"));
		const browser = await launchFirefox();
		const one = await newFirefoxPerson(browser);
		const other = await newFirefoxPerson(browser);
		await watchViolations(one.context);
		await watchViolations(other.context);
		await goThroughScreens(one.page, other.page, server.url);
		expect(await violations(one.page)).toEqual([]);
		expect(await violations(other.page)).toEqual([]);
		expectNoProblems(one, other);
		await browser.close();
		await server.stop();
	},
);
