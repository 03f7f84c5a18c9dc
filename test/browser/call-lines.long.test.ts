// Every switch of a call, pressed at either end and measured at the other; and fifty rapid presses on both sides at once.
// Between Chromiums; with CALL=all between all engines, which takes some minutes more.

import { describe } from "vitest";
import { testCall } from "./support/call-pair.ts";
import type { Engine } from "./support/call-side.ts";
import { hasFirefox } from "./support/firefox.ts";

const pairs: readonly (readonly [Engine, Engine])[] = [
	["chromium", "firefox"],
	["firefox", "chromium"],
	["firefox", "firefox"],
];

const { CALL } = process.env;

describe("chromium with chromium", () => testCall("chromium", "chromium"));

describe.runIf(hasFirefox && CALL === "all").each(pairs)(
	"%s with %s",
	testCall,
);
