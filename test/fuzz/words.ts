// What people write and what they call things, as a hostile page could send it.

import fc from "fast-check";
import { safeFolders, safeName } from "../../src/channels/file-name.ts";
import { splitParts } from "../../src/channels/parts.ts";
import { withoutUnseen } from "../../src/lib/unseen.ts";
import { holds, type Target } from "./target.ts";

const pieces = [
	"http://a.b",
	"https://",
	"javascript:alert(1)",
	"https://bank.example@evil.example/",
	"```",
	"```js\n",
	"\n",
	" ",
	".",
	"..",
	"/",
	"\\",
	"\u202E",
	"\u200B",
	"CON",
	"<b>",
	"%00",
	"東",
];

const texts = fc
	.array(
		fc.oneof(
			fc.constantFrom(...pieces),
			fc.string({ unit: "binary", maxLength: 20 }),
			fc
				.tuple(fc.constantFrom(...pieces), fc.nat(300))
				.map(([piece, count]) => piece.repeat(count)),
		),
		{ maxLength: 8 },
	)
	.map((all) => all.join("").slice(0, 8_000));

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

export const wordTargets: readonly Target[] = [
	{
		name: "names",
		inputs: texts,
		check(text) {
			holds(!unseen.test(withoutUnseen(text)));
			for (const name of [safeName(text), ...safeFolders([text])]) {
				holds(name !== "" && name !== "." && name !== "..");
				holds(!/[/\\<>:"|?*]/.test(name) && !unseen.test(name));
				holds(Buffer.byteLength(name) <= 181);
			}
		},
	},
	{
		name: "chat as it is shown",
		inputs: texts,
		check(text) {
			let at = 0;
			for (const part of splitParts(text)) {
				// In their order, and nothing that was not written.
				const found = text.indexOf(part.text, at);
				holds(found >= at);
				at = found + part.text.length;
				if (part.is !== "link") continue;
				const { protocol, username, password } = new URL(part.href);
				holds(protocol === "http:" || protocol === "https:");
				holds(username === "" && password === "");
			}
		},
	},
];
