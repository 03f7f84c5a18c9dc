// English for settings and help: what is read beside the way, not on it.

export const enPages = {
	close: "Close",
	settings: {
		title: "Settings",
		you: "You",
		name: "Your name",
		nameHint:
			"Shown to whoever you are connected with, and to nobody else. Leave it empty to say nothing.",
		look: "Language and looks",
		language: "Language",
		languageAuto: "As the browser",
		theme: "Colours",
		themes: { auto: "As the device", light: "Light", dark: "Dark" },
		sounds: "Sounds",
		soundsHint: "A soft tone when a code is in or somebody comes.",
		handing: "Handing codes over",
		handingHint: "What the page with your code shows first:",
		ways: {
			both: "Both ways",
			beside: "Beside me: pictures and the camera",
			message: "Somewhere else: messages",
		},
		carriersHint: "What it offers at all, besides plain text:",
		carriers: {
			camera: ["Pictures and the camera", "QR codes, shown and scanned"],
			link: ["Links", "Pressed, they open this page and ask whether to answer"],
			share: ["The share sheet", "Your device's own list of apps to send with"],
		},
		kept: "Kept on this device",
		keptFiles: (size: string) =>
			`Files that came and are not saved yet, or only in part: ${size}.`,
		keptNothing: "No files are kept here.",
		keptSettings:
			"Your choices on this page, with the servers you added. Marks of invites you have answered or sent, so that none is used twice and a reply finds its page. No code, no message and no name of anybody you talked with.",
		keptApp: "The app itself, so that it opens without internet.",
		forget: "Forget everything",
		forgetHint:
			"Deletes your choices and all files that are kept here. The app itself stays.",
		forgetSure: "Really forget everything?",
		forgetYes: "Yes, forget it",
		forgetNo: "Keep it",
		forgotten: "Forgotten. Nothing of yours is kept here.",
		forgetLater: "This can be done when you are not connected.",
	},
	help: {
		title: "Help",
		how: "How it works",
		steps: [
			[
				"You make an invite",
				"It is a short code: it says where your device can be found, and nothing else.",
			],
			[
				"You hand it over",
				"Let their camera read it from your screen, or send it in a message, by whatever way you like.",
			],
			[
				"They hand one back",
				"Their device makes a reply. It comes back to you the same way.",
			],
			[
				"The two devices find each other",
				"Each now knows where the other is, and knocks there until both have met.",
			],
			[
				"You talk",
				"Voice, video, chat and files go straight from one to the other, encrypted. No server stands in between.",
			],
		],
		privacy: "Privacy",
		privacyTexts: [
			"There is no account and no server of ours. The page is a handful of files; once it is on your device, it works without its host.",
			"A code holds your device's network addresses and a fingerprint of its key. Whoever reads it learns those addresses. It holds no name and no message.",
			"If you choose “Anyone on the internet”, a public server is asked for your own address. It sees that you asked, not whom you talk with.",
			"The other person's device sees your address, as every direct connection must. With a TURN server of your own and “Always through my TURN server”, it sees only that server's.",
			"What you say, show, write and send is encrypted between the two devices. Nothing is recorded, unless one of you does so; files stay only if you accept them.",
		],
		trouble: "When it does not connect",
		troubleTexts: [
			"Are both pages still open, and in front? A page that is closed, or a phone that sleeps, cannot answer.",
			"Is the code whole? Messengers sometimes break long texts; copy all of it, or use the link.",
			"Is it fresh? An invite of an hour ago may lead to a door that is shut by now. Make a new one in one tap.",
			"Are you in the same network? Guest networks often keep devices apart: a phone's hotspot helps.",
			"Some networks let nothing through but web pages. Then another network helps, or a TURN server of your own.",
		],
		shortcuts: "Keys during a call",
		version: "Version and licences",
		licences:
			"Pigeon is free software under the MIT licence. It is built with the works of others, whose licences are here:",
		licencesLink: "Licences",
	},
};

export type PageTexts = typeof enPages;
