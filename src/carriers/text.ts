// A code as text on the clipboard.

export type Clipboard = {
	readonly write: (text: string) => Promise<void>;
};

export async function copy(
	clipboard: Clipboard,
	text: string,
): Promise<boolean> {
	try {
		await clipboard.write(text);
		return true;
	} catch {
		return false;
	}
}
