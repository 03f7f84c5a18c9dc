// English for locked codes, and for what a code gives away. Loaded with the screens that speak of it.

const inWords = (parts: readonly string[]): string =>
	parts.length < 2
		? parts.join("")
		: `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

export const enCodes = {
	lock: {
		title: "Lock it with a passphrase",
		why: "Then only who knows these words can read it, whatever it passes through. Tell them the words another way: aloud, or by telephone.",
		words: "Passphrase",
		others: "Other words",
		bits: "Four of 2,048 words are 44 bits: guessing them would keep a fast computer busy for about a hundred years. Words of your own are as good as they are hard to guess.",
		set: "Lock",
		locked: "Locked with",
		tell: "Say these words to them, but not in the message that carries the code. What they send back is locked with the same words.",
		off: "Take the lock off",
		left: "This code has left without a lock. A fresh one can have one.",
		impossible: "Browsers lock codes only on https:// or localhost.",
	},
	giving: {
		title: (parts: readonly string[]) =>
			parts.length > 0
				? `This code gives away ${inWords(parts)}`
				: "This code gives no address away",
		kind: {
			mapped: "your public address",
			public: "your public address",
			local: "your address in this Wi-Fi or network",
			name: "a name that only this network can look up",
			relay: "the address of your TURN server",
		},
		locked: "Only to those who know the passphrase.",
		who: "Whoever reads it can see:",
		choose: "Who it is for",
		before: "What your reply will give away",
		scope: {
			network: [
				"This network only",
				"No server is asked, and no public address goes in.",
			],
			internet: [
				"The internet too",
				"With your public address, so that others can reach you from outside.",
			],
			relay: [
				"Through my TURN server only",
				"They see the server's address and never yours.",
			],
		},
		needsTurn: "For that, add a TURN server of your own on the first page.",
		fixed:
			"A reply looks for the other side from the first moment on, so this is chosen before answering.",
		left: "This code has left already. A fresh one can give away less.",
	},
	unlock: {
		title: "This code is locked",
		lead: "Whoever made it has chosen a passphrase. Ask them for it, aloud or by telephone.",
		words: "Passphrase",
		open: "Open",
		giveUp: "Not now",
		again: "Enter the passphrase",
		state: {
			trying: "Opening. It takes a moment, so that nobody can guess quickly.",
			wrong:
				"These are not the words. Capitals and hyphens do not matter, but every letter does.",
			givenUp: "It stays locked. Nothing has been read, and nothing sent.",
			impossible: "Browsers open locked codes only on https:// or localhost.",
		},
	},
};

export type CodeTexts = typeof enCodes;
