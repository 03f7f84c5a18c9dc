// What leaves a device through a relay only, in Firefox.

import { expect, test } from "vitest";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { newPerson } from "./support/launch.ts";
import { callThroughRelay } from "./support/relay-only.ts";
import { useStage } from "./support/stage.ts";
import { startTurn, turnserver } from "./support/turn.ts";

const stage = useStage();

test.runIf(hasFirefox && turnserver)(
	"a Firefox that goes through a relay only tells nothing else either",
	async () => {
		const turn = await startTurn();
		const firefox = await launchFirefox();
		const one = await newFirefoxPerson(firefox);
		const other = await newPerson(stage.browser);
		await callThroughRelay(one, other, stage.server.url, turn);
		expect(other.problems).toEqual([]);
		await other.close();
		await firefox.close();
		turn.stop();
	},
);
