// Why a carrier brought nothing.

export type CarrierProblem =
	/** an invite of somebody else's by which this device has been connected before */
	| "spentInvite"
	/** the picture shows no QR code that could be read */
	| "noQrInPicture"
	/** a file that is no picture */
	| "notAPicture"
	/** a QR code that is not ours, of no kind that is known, or several of different kinds */
	| "foreignQr"
	/** a shop's, a menu's: any address of the web */
	| "foreignLink"
	/** the name and the password of a network */
	| "foreignWifi"
	/** somebody's card */
	| "foreignContact"
	/** a telephone number */
	| "foreignPhone"
	/** a short message, ready to be sent */
	| "foreignMessage"
	/** a mail, or where one goes */
	| "foreignMail"
	/** a place on the map */
	| "foreignPlace"
	/** an entry for a calendar */
	| "foreignDate"
	/** an invoice or a wallet */
	| "foreignPayment"
	/** a key for logging in somewhere */
	| "foreignLogin"
	/** words or numbers */
	| "foreignText"
	/** one picture of several that make a code together */
	| "partOfMoving"
	/** the browser would not copy */
	| "copyFailed";
