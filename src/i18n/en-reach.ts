// English for whom a code reaches, and which servers help.

export const enReach = {
	reach: {
		title: "Who can be reached",
		choice: {
			default: [
				"Anyone on the internet",
				"Asks a public server for your own address. It does not learn whom you talk to.",
			],
			none: [
				"Only this network",
				"Contacts no server at all. Works without internet.",
			],
			own: [
				"With my own servers",
				"STUN or TURN servers that you trust. A TURN server gets through where nothing else does.",
			],
		},
		ownHint:
			"Kept on this device. No code and no link ever carries a server's name or password.",
		field: {
			urls: "Server",
			username: "User name",
			credential: "Password",
		},
		example: "turn:turn.example.org:3478",
		add: "Add a server",
		remove: "Remove",
		test: "Test",
		testing: "Asking the server.",
		works: (ms: number) => `It works, and answered within ${ms} ms.`,
		server: {
			noAnswer:
				"No answer. Check its name and port, and whether this network lets you reach it.",
			refused: "The server refuses this user name or password.",
			unusable: "The browser does not take this address.",
		},
		malformed:
			"It begins with stun:, turn: or turns:, then a name and perhaps a port. TURN needs a user name and a password.",
		relayOnly: "Always through my TURN server",
		relayOnlyHint:
			"The other side then sees the server's address, never yours. Everything stays encrypted between the two of you.",
		check: "Check this network",
		checking: "Looking at this network.",
		network: {
			nobody:
				"No network was found. If you are in one, allow the camera, which lets this page see its addresses.",
			sameNetwork: "Ready for devices in the same network.",
			internet: "Ready for devices in the same network and on the internet.",
			mostlyRelay:
				"Ready for devices in the same network. On the internet, this network's router makes it hard to be found: most people will be reached only with a TURN server.",
			relay:
				"Ready for the same network and the internet, with your TURN server for the hard cases.",
		},
	},
};
