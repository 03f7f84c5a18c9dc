import { defineConfig } from "vitest/config";

export default defineConfig({
	root: "src",
	base: "./",
	publicDir: "../public",
	build: { outDir: "../dist", emptyOutDir: true, target: "es2023" },
	test: { root: ".", include: ["test/**/*.test.{ts,tsx}"] },
});
