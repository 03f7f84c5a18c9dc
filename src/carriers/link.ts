// A code as a link: the page's own address, `#`, the code. What follows the `#` never leaves the browser
// that opens it.

import type { PageUrl, Parcel } from "./carrier.ts";

export function asLink({ code, pageUrl }: Parcel): string {
	return pageUrl === null ? code.text : `${pageUrl}#${code.text}`;
}

/** The same for a camera: digits take less than half the room in a QR code. */
export function asScannable(pageUrl: PageUrl, digits: string): string {
	// The sign is what digits are known by, link or not.
	return `${pageUrl ?? ""}#${digits}`;
}

export type AddressBar = {
	readonly read: () => string;
	/** Replaces the address without the fragment, in the history too. */
	readonly clean: () => void;
	readonly onChange: (handle: () => void, lifetime: AbortSignal) => void;
};

/** Hands over what a link brought, now and whenever the address changes, and leaves no trace of it. */
export function receiveLinks(
	bar: AddressBar,
	handle: (text: string) => void,
	lifetime: AbortSignal,
): void {
	const look = () => {
		const fragment = bar.read().replace(/^#/, "");
		if (fragment === "") return;
		bar.clean();
		handle(fragment);
	};
	look();
	bar.onChange(look, lifetime);
}
