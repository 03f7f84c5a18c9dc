// The passphrase of a session: once there is one, no code of it leaves in the open any more.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import type { WrittenCode } from "../codec/code.ts";
import type { Session } from "../peer/session.ts";
import type { Platform } from "./platform.ts";

export type Lock = {
	readonly canLock: boolean;
	readonly passphrase: ReadonlySignal<string | null>;
	/** My code as it goes out; null also while it is being sealed. */
	readonly written: ReadonlySignal<WrittenCode | null>;
	/** What would be locked with; four words of ours until they are typed over. */
	readonly draft: Signal<string>;
	/** Null takes the lock off. */
	set(passphrase: string | null): void;
	/** Other words each time. */
	offer(): Promise<void>;
};

const saltBytes = 8;

export function createLock(
	platform: Pick<Platform, "files" | "randomNumbers" | "report">,
	session: Pick<Session, "myCode" | "rawCode">,
	lifetime: AbortSignal,
): Lock {
	const { subtle } = platform.files;
	const passphrase = cell<string | null>(null);
	const sealed = cell<WrittenCode | null>(null);
	const draft = cell("");
	const load = () => import("./sealing.ts");

	const seal = async (code: WrittenCode, by: string, signal: AbortSignal) => {
		if (!subtle) return;
		const { createSealer, lock } = await load();
		const salt = Uint8Array.from(platform.randomNumbers(saltBytes));
		const made = await lock(code, by, salt, createSealer(subtle));
		if (!signal.aborted) sealed.value = made;
	};

	let sealing = new AbortController();
	const stop = effect(() => {
		const code = session.myCode.value;
		const by = passphrase.value;
		sealing.abort();
		sealed.value = null;
		if (code === null || by === null) return;
		sealing = new AbortController();
		seal(code, by, AbortSignal.any([lifetime, sealing.signal])).catch((cause) =>
			platform.report(new Error("A code could not be locked", { cause })),
		);
	});
	lifetime.addEventListener("abort", stop);

	return {
		canLock: subtle !== undefined,
		passphrase,
		written: computed(() => {
			const code = session.myCode.value;
			// Another tool reads nothing that is locked.
			const isRaw = code !== null && code.text === session.rawCode.value;
			return passphrase.value === null || isRaw ? code : sealed.value;
		}),
		set(by) {
			passphrase.value = by;
		},
		draft,
		async offer() {
			const before = draft.value;
			const { offerPassphrase } = await load();
			// Whoever has begun to write meanwhile has words of their own.
			if (draft.value === before)
				draft.value = offerPassphrase(platform.randomNumbers);
		},
	};
}
