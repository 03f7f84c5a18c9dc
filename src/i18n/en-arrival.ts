// English for what a link brings, and for how long ago something was.

const minutes = (ms: number) => Math.floor(ms / 60_000);

export const ago = (ms: number) => {
	const count = minutes(ms);
	if (count < 1) return "just now";
	return count === 1 ? "a minute ago" : `${count} minutes ago`;
};

export const enArrival = {
	arrival: {
		title: "Someone would like to talk with you",
		lead: "They sent you an invite. Answering makes a reply that you send back to them; then your devices connect directly.",
		gives:
			"Answering shows your device's network address to whoever made this invite. Nothing has been sent so far.",
		made: (ms: number) => `The invite was made ${ago(ms)}.`,
		own: "This invite was made in this browser. It is meant for the other person; answer it here only to try things out.",
		answer: "Answer",
		decline: "Not now",
		handingTitle: "Passing the reply on",
		handing: "Looking for the window that is waiting for it.",
		handedTitle: "The reply has reached your other window",
		handed: "You are being connected there. This window can be closed.",
		asleepTitle: "The window that waits does not answer",
		asleep:
			"It is open in this browser, but asleep. Go to it: the reply is waiting at its door, and goes in as soon as it wakes. Keep this one open until then.",
		elsewhere: {
			title: "This reply belongs on another device",
			text: "The invite that it answers was not made in this browser. Open the reply where you made the invite: scan this picture there, or copy the reply and paste it there.",
		},
		gone: {
			title: "The page with your invite is closed",
			text: "You made the invite in this browser, but its page is no longer open, and so nobody is at home for this reply. Make a new invite, and send them that one.",
		},
		copyReply: "Copy the reply",
		newInvite: "Make a new invite",
		answered:
			"A reply to this invite has been made on this device before. If that one was lost, answer again; if you did not expect this link a second time, ask them first.",
		spentTitle: "This invite has been used",
		unreadableTitle: "This link cannot be read",
		home: "To the start",
	},
};
