import { expect, test } from "vitest";
import { isOwnScript } from "../../src/shell/trusted.ts";

const base = "https://example.org/pigeon/index.html";

test.each([
	["https://example.org/pigeon/assets/ticker.worker-a1B2_c-3.js", true],
	["assets/ticker.worker-abc.js", true],
	["https://example.org/pigeon/sw.js", true],
	["https://example.org/assets/x.js", false],
	["https://example.org/pigeon/assets/../../x.js", false],
	["https://example.org/pigeon/assets/a/b.js", false],
	["https://example.org/pigeon/assets/x.js?y", false],
	["https://example.org/pigeon/assets/x.js#y", false],
	["https://example.com/pigeon/assets/x.js", false],
	["//example.com/pigeon/assets/x.js", false],
	["data:text/javascript,alert(1)", false],
	["blob:https://example.org/0", false],
	["javascript:alert(1)", false],
	["x.js", false],
])("%s may run: %s", (address, may) => {
	expect(isOwnScript(address, base)).toBe(may);
});

test("the page that is one file vouches for what it makes itself, and for nothing else", () => {
	expect(isOwnScript("blob:null/0", base, true)).toBe(true);
	expect(isOwnScript("assets/x.js", base, true)).toBe(false);
	expect(isOwnScript("data:text/javascript,1", base, true)).toBe(false);
});
