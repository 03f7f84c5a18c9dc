// A code as text on the clipboard.

export type Clipboard = {
	readonly write: (text: string) => Promise<void>;
	/** Not in every browser, and only in answer to a press. */
	readonly read: (() => Promise<string>) | null;
};

export async function copy(
	clipboard: Pick<Clipboard, "write">,
	text: string,
): Promise<boolean> {
	try {
		await clipboard.write(text);
		return true;
	} catch {
		return false;
	}
}
