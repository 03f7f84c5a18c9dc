// What this page and its workers may load and do. Hosts of static files send no headers, so the page carries the first in
// itself, and the service worker adds all of it from the second visit on.

const join = (rules: readonly string[]): string => rules.join("; ");

// No other origin anywhere, and no script or style but files of this app. What WebRTC sends, no such rule governs.
const pageRules: readonly string[] = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' blob:",
	"media-src 'self' blob:",
	"connect-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types default",
];

/** For the page itself: a `meta` may not say who frames it. */
export const metaPolicy = join(pageRules);

/** For the page that is one file: it loads nothing, and its one script and one style are named by their sums. */
export const alonePolicy = (script: string, style: string): string =>
	join([
		"default-src 'none'",
		// Its workers come from its own blobs, and inherit all this: the reader of QR pictures is compiled in one of them.
		`script-src '${script}' 'wasm-unsafe-eval'`,
		`style-src '${style}'`,
		"img-src data: blob:",
		"media-src blob:",
		"connect-src data:",
		"worker-src blob:",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types default",
	]);

/** The reader of QR pictures is compiled in its worker, and only there. */
const workerPolicy = join([
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
]);

const own = [
	"autoplay",
	"camera",
	"display-capture",
	"fullscreen",
	"microphone",
	"picture-in-picture",
	"screen-wake-lock",
];
const none = [
	"accelerometer",
	"bluetooth",
	"geolocation",
	"gyroscope",
	"hid",
	"magnetometer",
	"midi",
	"payment",
	"serial",
	"usb",
	"xr-spatial-tracking",
];

const common = {
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-resource-policy": "same-origin",
};

export const pageHeaders: Readonly<Record<string, string>> = {
	...common,
	"content-security-policy": join([...pageRules, "frame-ancestors 'none'"]),
	"x-frame-options": "DENY",
	// Whoever opened this page by a script cannot reach into it.
	"cross-origin-opener-policy": "same-origin",
	"permissions-policy": [
		...own.map((name) => `${name}=(self)`),
		...none.map((name) => `${name}=()`),
	].join(", "),
};

export const partHeaders: Readonly<Record<string, string>> = {
	...common,
	"content-security-policy": workerPolicy,
};
