// Two people face to face: each films what a test puts before their camera.

import { afterEach, inject } from "vitest";
import { type Camera, createCamera } from "./camera.ts";
import { launchBrowser, newPerson, type Person } from "./launch.ts";
import { begin, by } from "./pigeon.ts";
import { serve } from "./serve.ts";

export type Filming = Person & { readonly camera: Camera };

export const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

export async function newFilming(screen: "phone" | "laptop"): Promise<Filming> {
	const camera = await createCamera();
	const browser = await launchBrowser(camera);
	closing.push(camera.remove, () => browser.close());
	return { ...(await newPerson(browser, { screen })), camera };
}

export async function twoPeople(): Promise<readonly [Filming, Filming]> {
	const server = await serve(inject("builtApp"));
	closing.push(server.stop);
	const one = await newFilming("phone");
	const other = await newFilming("phone");
	await begin(one.page, server.url);
	await begin(other.page, server.url);
	return [one, other];
}

export const screenOf = ({ page }: Person) => by(page, "my-qr").screenshot();
