// English for the two ways on which codes travel: what happens now, and what next.

export const enGuide = {
	guide: {
		title: "Where is the other person?",
		way: {
			beside: [
				"Beside me",
				"Two screens, two cameras. Quick, and without internet too.",
			],
			message: [
				"Somewhere else",
				"A link goes there in a message, and a reply comes back.",
			],
		},
		otherwise: "Other ways",
		steps: "The way to each other",
		stop: {
			show: "They scan yours",
			scan: "You scan theirs",
			send: "Your invite goes out",
			await: "Their reply comes back",
			taken: "Their code is in",
			handShow: "They scan your reply",
			handSend: "Your reply goes back",
			meet: "You talk",
		},
		place: { done: "Done", now: "Now", next: "Later" },
		say: {
			beside: {
				exchange: "Hold this picture up to their camera.",
				waitForReply: "Now scan the picture on their screen.",
				handBack: "Their code is in. Hold this reply up to their camera.",
				waitForThem:
					"As soon as their camera has read your reply, you are connected.",
			},
			message: {
				exchange: "Send your invite to them.",
				waitForReply:
					"Keep this page open. When their reply comes, open it, or paste it here.",
				handBack: "Their code is in. Send this reply back to them.",
				waitForThem:
					"As soon as they open your reply, you are connected. Keep this page open.",
			},
		},
		pasteReply: "Keep this page open. When their reply comes, paste it here.",
		after: {
			beside: {
				exchange:
					"Their phone's own camera will do: it opens Pigeon there and makes a reply. Then scan that from their screen.",
				waitForReply: "Once it is read, you are connected.",
				handBack:
					"They press “Scan their screen” and point at this. Then you are connected.",
				waitForThem: "Nothing else has to be done here.",
			},
			message: {
				exchange:
					"They open it and send a reply back, which you take in here. It need not be quick.",
				waitForReply:
					"A look into your messages is fine. But come back soon: phones put pages to sleep.",
				handBack:
					"They open it where they made the invite. Then you are connected.",
				waitForThem:
					"It takes as long as they take to read it. Your reply stays good for a while.",
			},
		},
		sent: {
			share:
				"It went to the app that you chose. Send it there, then come straight back here.",
			link: "The link is copied. It goes into a message: paste it there, and send it.",
			text: "The text is copied. It goes into any message; they paste it into Pigeon on their side.",
			raw: "The description is copied. It goes into the other tool.",
		},
		paste: "Paste what was copied",
		pasteRefused:
			"The browser does not let this page read what was copied. Press and hold in the box, and choose “Paste”.",
	},
	inside: {
		title: (name: string) =>
			`This page is open inside ${name === "" ? "another app" : name}`,
		why: "There it is closed as soon as you go back to your messages, and a connection that waits goes with it. Camera and microphone are often missing, too. In your own browser it stays.",
		out: {
			ios: "Press the dots or the share sign at the edge of the screen, and choose “Open in Safari” or “Open in browser”.",
			android:
				"Press the dots in the corner, and choose “Open in Chrome” or “Open in browser”.",
			other: "Look in the menu for “Open in browser”.",
		},
		copy: "Or copy the address",
	},
	remedy: {
		press: {
			send: "Send your code to them",
			renew: "Make a fresh invite",
			askWhole: "Ask them to send it again",
			askFresh: "Ask them for a fresh one",
			scan: "Scan it with this page",
		},
		text: {
			askWhole:
				"Your code did not arrive here in one piece. Could you send it once more, as a link?",
			askFresh:
				"Your invite does not work any more. Could you make a fresh one and send me that?",
		},
		asked:
			"Ready to go: paste it into a message to them, if it is not there yet.",
	},
};
