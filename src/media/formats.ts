// Which kind of file a call is recorded into. Pure: the first that the browser can make.

export type Format = { readonly type: string; readonly ending: string };

// The cheap one first: the device is busy with the call itself. Safari has only the last.
const formats: readonly Format[] = [
	{ type: "video/webm;codecs=vp8,opus", ending: "webm" },
	{ type: "video/webm", ending: "webm" },
	{ type: "video/mp4", ending: "mp4" },
];

export function formatFor(can: (type: string) => boolean): Format | null {
	return formats.find(({ type }) => can(type)) ?? null;
}
