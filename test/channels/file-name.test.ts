// Names from hell: what they become is shown and written to disks, so it can do no harm there.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
	numbered,
	safeFolders,
	safeName,
	splitName,
} from "../../src/channels/file-name.ts";

test.each([
	["photo.jpg", "photo.jpg"],
	["Grüße an 東京 🐦.txt", "Grüße an 東京 🐦.txt"],
	["../../etc/passwd", "passwd"],
	["C:\\Windows\\system32\\cmd.exe", "cmd.exe"],
	["..", "file"],
	[".", "file"],
	["", "file"],
	["/", "file"],
	["   ", "file"],
	[".bashrc", "_bashrc"],
	["a.txt. . .", "a.txt"],
	["photo\u202Egpj.exe", "photogpj.exe"],
	["in\u200Bvis\u2060ible\u00AD.txt", "invisible.txt"],
	["line\r\nbreak\0\u0007.txt", "linebreak.txt"],
	["invoice.pdf                    .exe", "invoice.pdf .exe"],
	["wide\u3000\u2003space.txt", "wide space.txt"],
	["filler\u3164\u2800.txt", "filler.txt"],
	['a<b>c:d"e|f?g*h.txt', "a_b_c_d_e_f_g_h.txt"],
	["CON", "_CON"],
	["nul.txt", "_nul.txt"],
	["com1.tar.gz", "_com1.tar.gz"],
	["LPT\u00B9", "_LPT\u00B9"],
	["console.log", "console.log"],
	["a\uD800b.txt", "ab.txt"],
	["e\u0301.txt", "\u00E9.txt"],
])("%j becomes %j", (name, safe) => {
	expect(safeName(name)).toBe(safe);
});

test("a long name keeps its ending", () => {
	const safe = safeName(`${"東".repeat(300)}.jpeg`);
	expect(safe.endsWith("東.jpeg")).toBe(true);
	expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180);
	expect(Buffer.byteLength(safeName(`a.${"x".repeat(500)}`))).toBeLessThan(181);
});

test("folders cannot lead out of where they are put", () => {
	expect(safeFolders(["..", "a/../b", ".", "", " . ", "c\\d", "NUL"])).toEqual([
		"a",
		"b",
		"c",
		"d",
		"_NUL",
	]);
});

test("whatever the name, what comes out is fit, and stays as it is", () => {
	const anything = fc.oneof(
		fc.string({ unit: "binary", maxLength: 300 }),
		fc.string({
			unit: fc.constantFrom(..."/\\. :con1\u202E\u200B\0 ~%\u0301é東🐦"),
			maxLength: 60,
		}),
	);
	fc.assert(
		fc.property(anything, (name) => {
			const safe = safeName(name);
			expect(safe).not.toMatch(/[/\\<>:"|?*\p{C}\p{Zl}\p{Zp}]/u);
			expect(safe).not.toMatch(/^[. ]|[. ]$/);
			expect(safe).not.toBe("");
			expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(181);
			expect(safeName(safe)).toBe(safe);
			for (const folder of safeFolders([name])) {
				expect(folder).not.toMatch(/[/\\]|^\.|\.$/);
			}
		}),
		{ numRuns: 500 },
	);
}, 30_000);

test("the ending is what stands after the last dot, if it is short", () => {
	expect(splitName("a.tar.gz")).toEqual({ stem: "a.tar", ending: ".gz" });
	expect(splitName("none")).toEqual({ stem: "none", ending: "" });
	expect(splitName("a. and then some words")).toMatchObject({ ending: "" });
	expect(numbered("a.txt", 1)).toBe("a.txt");
	expect(numbered("a.txt", 2)).toBe("a (2).txt");
});
