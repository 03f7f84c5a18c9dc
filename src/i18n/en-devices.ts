// English for choosing what one speaks into, is seen by and listens to.

export const enDevices = {
	devices: {
		title: "Devices",
		microphone: "Microphone",
		camera: "Camera",
		speaker: "Loudspeaker",
		pickSpeaker: "Choose a loudspeaker",
		system: "What the system prefers",
		level: "How loud you are",
		volume: "How loud they are",
		forget: "Forget these choices",
		kept: "Your choices are kept on this device only.",
		unnamed:
			"Turn on the microphone or the camera once, and your browser tells which ones there are.",
		retry: "Try again",
		flip: "Turn the camera around",
		paused:
			"Your browser has paused the camera. It goes on when this page is in front.",
	},
};
