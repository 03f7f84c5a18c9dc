// Which key does what during a call. A key never does anything while somebody writes.

export type KeyPress = {
	/** As `KeyboardEvent.key` names it. */
	readonly key: string;
	/** In a text box, a list or a slider, which take keys themselves. */
	readonly isTyping: boolean;
	/** With Control, Alt or Meta: those are the browser's and the system's. */
	readonly isCommand: boolean;
	readonly isRepeated: boolean;
};

export const keyActions = [
	"microphone",
	"camera",
	"screen",
	"hold",
	"chat",
	"fit",
	"fullScreen",
	"float",
	"keys",
] as const;

export type KeyAction = (typeof keyActions)[number];

export const keyOf: Readonly<Record<KeyAction, string>> = {
	microphone: "m",
	camera: "v",
	screen: "s",
	hold: "h",
	chat: "c",
	fit: "z",
	fullScreen: "f",
	float: "p",
	keys: "?",
};

export function actionOf(press: KeyPress): KeyAction | null {
	if (press.isTyping || press.isCommand || press.isRepeated) return null;
	const key = press.key.toLowerCase();
	return keyActions.find((action) => keyOf[action] === key) ?? null;
}
