// The browser, as the app is allowed to see it. Built once, in main.tsx, and handed down.

import type { PageUrl } from "../carriers/carrier.ts";
import type { AddressBar } from "../carriers/link.ts";
import type { QrReader } from "../carriers/qr-reader.ts";
import type { Grab } from "../carriers/scan.ts";
import type { ShareSheet } from "../carriers/share.ts";
import type { TabChannel } from "../carriers/tabs.ts";
import type { Clipboard } from "../carriers/text.ts";
import type { StorePlatform } from "../channels/file-store.ts";
import type { Devices } from "../media/devices.ts";
import type { Displays } from "../media/screen.ts";
import type { FrameLine, Studio } from "../media/studio.ts";
import type { SessionPlatform } from "../peer/rtc.ts";
import type { Store } from "../settings/settings.ts";
import type { HoldPlatform } from "./call-hold.ts";
import type { Launch } from "./coming.ts";
import type { Attention } from "./file-attention.ts";
import type { StagePlatform } from "./stage-platform.ts";
import type { Surroundings } from "./surroundings.ts";

export type { FrameLine, Studio };

type PageParts = {
	readonly devices: Devices | undefined;
	readonly stage: StagePlatform;
	readonly displays: Displays | undefined;
	/** Where this page is read from, without query or fragment: what a link begins with. */
	readonly pageUrl: PageUrl;
	readonly addressBar: AddressBar;
	readonly surroundings: Surroundings;
	readonly clipboard: Clipboard;
	readonly shareSheet: ShareSheet;
	readonly tabs: TabChannel;
	readonly createQrReader: (lifetime: AbortSignal) => QrReader;
	readonly grab: Grab;
	readonly store: Store;
	/** Marks of invites that were answered here. */
	readonly used: Store;
	/** Marks of invites that left this browser. */
	readonly made: Store;
	/** Which window waits for the reply to which invite, told even while it sleeps. */
	readonly owners: {
		claim(id: string, lifetime: AbortSignal): void;
		/** False also where it cannot be told. */
		isClaimed(id: string): Promise<boolean>;
	};
	readonly randomId: () => string;
	readonly randomBytes: (count: number) => Uint8Array;
	/** Each below 2^32. */
	readonly randomNumbers: (count: number) => Uint32Array;
	readonly files: {
		readonly store: StorePlatform;
		/** Not there on plain http. */
		readonly subtle: SubtleCrypto | undefined;
		/** What was shared to this app from another one. */
		readonly shared: {
			read(): Promise<readonly File[]>;
			/** A text that was shared, once. */
			takeText(): Promise<string | null>;
			clear(): void;
		};
		readonly attention: Attention;
		/** Where recordings grow; the folder is this app's alone. */
		readonly recordings: {
			readonly storage: StorageManager | undefined;
			readonly folder: string;
		};
		/** Asks for a folder to put many into; null where the browser cannot. */
		readonly pickFolder:
			| (() => Promise<FileSystemDirectoryHandle | null>)
			| null;
		readonly download: (href: string, name: string) => void;
	};
	/** What pictures and sounds are put together with; fetched when it is first asked for. */
	readonly studio: () => Promise<Studio>;
	/** A code is in: a short buzz and a tone, where the device has them. */
	readonly celebrate: (hasSound: boolean) => void;
	/** What is left on this device besides the app itself. */
	readonly kept: {
		/** Of files that came, whole or in part. */
		fileBytes(): Promise<number>;
		forget(): Promise<void>;
	};
	readonly wakeLock: { hold(): void; release(): void };
	/** While true, the browser asks before this page is left. */
	readonly guardPage: (isNeeded: () => boolean, lifetime: AbortSignal) => void;
	/** Once, when this page has all that its first screen needs. */
	readonly onShown: (handle: () => void, lifetime: AbortSignal) => void;
	/** The page is really going; a last word can still be said. */
	readonly onLeave: (handle: () => void, lifetime: AbortSignal) => void;
	/** The system opened something with this app, whose window is this one. */
	readonly onLaunch: (handle: (launch: Launch) => void) => void;
	/** Browsers close only windows that a script opened; false where it stays. */
	readonly closePage: () => void;
};

export type Platform = SessionPlatform & HoldPlatform & PageParts;
