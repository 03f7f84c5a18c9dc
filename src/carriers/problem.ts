// Why a carrier brought nothing.

export type CarrierProblem =
	/** the picture shows no QR code that could be read */
	| "noQrInPicture"
	/** a file that is no picture */
	| "notAPicture"
	/** a QR code, but a shop's or a Wi-Fi's */
	| "foreignQr"
	/** one picture of several that make a code together */
	| "partOfMoving"
	/** the browser would not copy */
	| "copyFailed";
