// A code through the system's share sheet, which keeps this page in front: a phone that has to leave
// it for a messenger may put the waiting connection to sleep.

export type ShareSheet = {
	readonly canShare: boolean;
	readonly share: (data: ShareData) => Promise<void>;
};

/** Whether it went out; the person may also have closed the sheet. */
export async function share(
	sheet: ShareSheet,
	text: string,
	link?: string,
): Promise<boolean> {
	try {
		await sheet.share({
			text: link === undefined ? text : `${text}\n${link}`,
		});
		return true;
	} catch {
		return false;
	}
}
