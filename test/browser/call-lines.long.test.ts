// Every switch of a call, pressed at either end and measured at the other, between all engines; and fifty rapid
// presses on both sides at once.

import { describe } from "vitest";
import { testCall } from "./support/call-pair.ts";
import type { Engine } from "./support/call-side.ts";
import { hasFirefox } from "./support/firefox.ts";

const pairs: readonly (readonly [Engine, Engine])[] = [
	["chromium", "firefox"],
	["firefox", "firefox"],
];

describe.runIf(hasFirefox).each(pairs)("%s with %s", (first, second) =>
	testCall(first, second),
);

describe("chromium with chromium", () => testCall("chromium", "chromium"));
