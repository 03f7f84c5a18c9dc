// What locks and opens codes, out of the browser's cryptography; and passphrases to offer. Loaded when it is needed:
// most codes are never locked.

import type { Seal, Sealer } from "../codec/lock.ts";
import { words } from "./words.ts";

export { lock, unlock } from "../codec/lock.ts";

/** How many a key of its own is kept for: who mistypes and returns, or sees the same code again, need not wait. */
const maxKeys = 4;

export function createSealer(subtle: SubtleCrypto): Sealer {
	const keys = new Map<string, Promise<CryptoKey>>();

	const derive = async ({ passphrase, salt, rounds }: Seal) => {
		const material = await subtle.importKey(
			"raw",
			new TextEncoder().encode(passphrase),
			"PBKDF2",
			false,
			["deriveKey"],
		);
		return subtle.deriveKey(
			{
				name: "PBKDF2",
				hash: "SHA-256",
				salt: Uint8Array.from(salt),
				iterations: rounds,
			},
			material,
			{ name: "AES-GCM", length: 256 },
			false,
			["encrypt", "decrypt"],
		);
	};
	const keyOf = (by: Seal): Promise<CryptoKey> => {
		const name = `${by.rounds} ${by.salt.join(" ")} ${by.passphrase}`;
		const known = keys.get(name) ?? derive(by);
		keys.delete(name);
		keys.set(name, known);
		for (const old of [...keys.keys()].slice(0, -maxKeys)) keys.delete(old);
		return known;
	};
	const wayOf = ({ nonce, head }: Seal) => ({
		name: "AES-GCM",
		iv: Uint8Array.from(nonce),
		additionalData: Uint8Array.from(head),
	});

	return {
		async seal(by, plain) {
			const key = await keyOf(by);
			return new Uint8Array(
				await subtle.encrypt(wayOf(by), key, Uint8Array.from(plain)),
			);
		},
		async unseal(by, sealed) {
			const key = await keyOf(by);
			return subtle
				.decrypt(wayOf(by), key, Uint8Array.from(sealed))
				.then((plain) => new Uint8Array(plain))
				.catch(() => null);
		},
	};
}

const offeredWords = 4;

/** Sixteen bits choose one of 2,048 without favouring any. */
export function offerPassphrase(
	randomNumbers: (count: number) => Iterable<number>,
): string {
	return Array.from(
		randomNumbers(offeredWords),
		(number) => words[number % words.length],
	).join(" ");
}
