// Where the browser wants every address of a script vouched for (Trusted Types), these are: files of this app, in its own
// folder. Nothing at all is vouched for as markup or as code.

type Factory = {
	createPolicy(
		name: string,
		rules: { createScriptURL(address: string): string | null },
	): unknown;
};

const ownFile = /^(?:sw\.js|assets\/[\w.-]+\.js)$/;

/** `isAlone`: the page is one file, and makes the addresses of its workers itself. */
export function isOwnScript(
	address: string,
	base: string,
	isAlone = false,
): boolean {
	if (isAlone) return address.startsWith("blob:");
	const folder = new URL("./", base).href;
	const { href } = new URL(address, base);
	return href.startsWith(folder) && ownFile.test(href.slice(folder.length));
}

/** The policy of this name is asked wherever plain text is handed over: by what Vite makes of `new Worker`, for one. */
export function trustOwnScripts(
	window: Pick<Window, "document"> & { readonly trustedTypes?: Factory },
	isAlone: boolean,
): void {
	const { baseURI } = window.document;
	window.trustedTypes?.createPolicy("default", {
		createScriptURL: (address) =>
			isOwnScript(address, baseURI, isAlone) ? address : null,
	});
}
