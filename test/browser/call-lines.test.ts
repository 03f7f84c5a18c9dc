// Every switch of a call, pressed at either end and measured at the other, in Chromium.

import { describe } from "vitest";
import { testCall } from "./support/call-pair.ts";

describe("Chromium with Chromium", () =>
	testCall("chromium", "chromium", false));
