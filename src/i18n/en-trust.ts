// English for finding out who is there. Claims no more than has been verified.

import type { BreachTexts } from "./problems.ts";

export const enTrust = {
	title: "Safety number",
	standing: {
		foreign: "The other side uses another tool. Nobody can be verified here.",
		waiting: "Making the safety number.",
		silent: "Their page has no safety number. Nobody can be verified here.",
		open: "Not verified yet",
		saidByMe: "You said: the same. Waiting for them to say so.",
		saidByThem: "They say: the same. And you?",
		compared: "Verified by both",
		inPerson: "Verified in person",
		asBefore: "Verified in the call before",
	},
	/** What exactly that means. */
	meaning: {
		compared: "Both of you said that you see the same digits.",
		inPerson: "Both codes went from screen to camera.",
		asBefore: "The codes of this call came over that one.",
	},
	read: "Read it aloud; don't type it here.",
	why: "If both of you see the same digits, nobody is in between.",
	same: "Same",
	different: "Different",
	/** Why a call was ended at once. */
	ending: {
		alarmed:
			"The safety check was not kept to, as only somebody in between would have reason to do. This page has hung up. Do not trust what was said; meet again with fresh codes, handed over in another way.",
		otherCertificate:
			"The device at the other end is not the one that made the code. This page has hung up. Meet again with fresh codes, handed over in another way.",
		differed:
			"You see other digits than they do. Unless one of you misread them, somebody is in between, and could hear and change everything. Do not trust what was said; meet again with fresh codes, handed over in another way, best from screen to camera.",
		theyDiffered:
			"The other person says that they see other digits. Unless one of you misread them, somebody is in between, and could hear and change everything. Do not trust what was said; meet again with fresh codes, handed over in another way, best from screen to camera.",
		flooded:
			"The other side sent far more than anybody can read, so this page has hung up. Nothing of yours was harmed.",
	} satisfies BreachTexts,
	digits: (groups: readonly string[]) =>
		`Safety number: ${groups.map((group) => [...group].join(" ")).join(", ")}`,
};

export type TrustTexts = typeof enTrust;
