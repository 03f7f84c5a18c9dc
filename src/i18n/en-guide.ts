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
		paste: "Paste",
		pasteRefused:
			"The browser does not let this page read what was copied. Press and hold in the box, and choose “Paste”.",
	},
};
