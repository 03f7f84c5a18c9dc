// English for finding out who is there. Claims no more than has been verified.

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
	},
	/** What exactly that means. */
	meaning: {
		compared: "Both of you said that you see the same digits.",
		inPerson: "Both codes went from screen to camera.",
	},
	read: "Read it aloud; don't type it here.",
	why: "If both of you see the same digits, nobody is in between.",
	same: "Same",
	different: "Different",
	digits: (groups: readonly string[]) =>
		`Safety number: ${groups.map((group) => [...group].join(" ")).join(", ")}`,
};

export type TrustTexts = typeof enTrust;
