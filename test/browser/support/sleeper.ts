// A person whose browser can be made to close connections without a word, as phones do in the background.

import type { Browser } from "playwright-core";
import { newPerson, type Person } from "./launch.ts";

export async function newSleeper(browser: Browser): Promise<Person> {
	const person = await newPerson(browser);
	await person.page.addInitScript(() => {
		const made: RTCPeerConnection[] = [];
		self.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				made.push(this);
			}
		};
		self.addEventListener("sleep", () => {
			for (const connection of made) connection.close();
		});
		self.addEventListener("stumble", () => made[0]?.close());
		// The second one stands ready, and both sides have had time to say so.
		Object.assign(self, {
			isPrepared: () => made[1]?.iceGatheringState === "complete",
		});
	});
	return person;
}

/** All of them are closed. */
export const sleep = ({ page }: Person): Promise<unknown> =>
	page.evaluate(() => self.dispatchEvent(new Event("sleep")));

/** Only the first is. */
export const stumble = ({ page }: Person): Promise<unknown> =>
	page.evaluate(() => self.dispatchEvent(new Event("stumble")));

/** The second link stands ready. */
export const isPrepared = ({ page }: Person): Promise<unknown> =>
	page.waitForFunction("self.isPrepared()");
