// Where what is built comes from, and what proves what is said of it: exact versions, no scripts of packages, no action
// that can change under its name.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const home = new URL("../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, home), "utf8");
const { dependencies, devDependencies } = JSON.parse(read("package.json"));

test("installing runs no script of any package", () => {
	expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});

test("every version is exact, and locked with its sum", () => {
	const all = { ...dependencies, ...devDependencies };
	for (const version of Object.values(all))
		expect(version).toMatch(/^\d+\.\d+\.\d+$/);
	const { packages } = JSON.parse(read("package-lock.json"));
	for (const [path, one] of Object.entries<{
		link?: boolean;
		integrity?: string;
	}>(packages))
		if (path !== "" && !one.link)
			expect(one.integrity, path).toMatch(/^sha512-/);
});

test("every action is one commit, not a name that can be moved", () => {
	const folder = new URL(".github/workflows/", home);
	for (const name of readdirSync(folder))
		for (const [, action] of read(`.github/workflows/${name}`).matchAll(
			/uses:\s*(\S+)/g,
		))
			expect(action).toMatch(/@[0-9a-f]{40}$/);
});

test("the README says why each package is there that ends up in the page", () => {
	for (const name of Object.keys(dependencies))
		expect(read("README.md")).toMatch(
			new RegExp(`^\\| \`${name}\` +\\| \\w`, "m"),
		);
});

test("every test that the README names as a proof is there", () => {
	const named = read("README.md").matchAll(
		/`(?:test\/)?((?:app|browser|codec|channels|fuzz|lab|peer|shell|verify|wire)\/[\w.-]+?)(?:\.test\.ts)?`/g,
	);
	const paths = [...named].map(([, name]) => `test/${name}.test.ts`);
	expect(paths.length).toBeGreaterThan(20);
	for (const path of paths)
		expect(existsSync(new URL(path, home)), path).toBe(true);
});
