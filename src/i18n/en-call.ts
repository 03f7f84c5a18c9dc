// English for the call and for what is known of its connection.

export const clock = (ms: number) => {
	const seconds = Math.floor(ms / 1_000);
	const parts = [Math.floor(seconds / 60), seconds % 60];
	return parts.map((part) => String(part).padStart(2, "0")).join(":");
};

export const enCall = {
	call: {
		title: "Call",
		connected: "Connected",
		recovering: "The connection is interrupted. Trying to get it back.",
		recoveringHelp:
			"Short breaks heal by themselves. If it takes long, the two of you can exchange new codes; your chat stays.",
		severed: "The connection is gone.",
		severedHelp:
			"It may still come back by itself. To be sure, exchange new codes: same person, same chat.",
		reconnect: "Reconnect with a code",
		theirVideo: "Their camera",
		theirCameraOff: "Their camera is off",
		theirMicrophoneOff: "Their microphone is off",
		hangUp: "Hang up",
		controls: "Call controls",
		chat: "Chat",
		openChat: "Show chat",
		closeChat: "Hide chat",
		unread: (count: number) => `${count} new`,
		duration: clock,
	},
	details: {
		title: "Connection details",
		path: "Path",
		noPath: "None yet",
		paths: {
			sameNetwork: "Direct, in the same network",
			direct: "Direct, over the internet",
			relayed: "Through your TURN server",
		},
		roundTrip: "There and back",
		ms: (count: number) => `${count} ms`,
		mine: "This device's addresses",
		theirs: "Theirs",
		none: "None",
		kind: {
			name: "a name in the local network",
			local: "local network",
			public: "public, without a router",
			mapped: "public, behind a router",
			relay: "TURN server",
		},
		tried: "Ways tried",
		answered: (tried: number, answered: number) =>
			`${tried}, of which ${answered} answered`,
		copy: "Copy a report",
		redacted:
			"The report holds kinds and counts: no address, no name, nothing you said.",
	},
};
