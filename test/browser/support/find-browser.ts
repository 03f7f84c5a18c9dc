// Where a browser is on this machine. Never downloads one by itself: what the system's package manager has is enough.

import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export type BrowserName = "chromium" | "firefox";

type Traces = {
	readonly variable: string;
	readonly commands: readonly string[];
	readonly mac: readonly string[];
	readonly windows: readonly string[];
	readonly debianPackage: string;
};

const traces: Record<BrowserName, Traces> = {
	chromium: {
		variable: "CHROME_PATH",
		commands: [
			"google-chrome-stable",
			"google-chrome",
			"chromium",
			"chromium-browser",
			"chrome",
			"microsoft-edge",
			"brave-browser",
		],
		mac: ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"],
		windows: [
			"Google\\Chrome\\Application\\chrome.exe",
			"Chromium\\Application\\chrome.exe",
			"Microsoft\\Edge\\Application\\msedge.exe",
		],
		debianPackage: "chromium",
	},
	firefox: {
		variable: "FIREFOX_PATH",
		commands: ["firefox-esr", "firefox"],
		mac: ["Firefox"],
		windows: ["Mozilla Firefox\\firefox.exe"],
		debianPackage: "firefox-esr",
	},
};

export function findBrowser(name: BrowserName): string | undefined {
	const { variable, commands, mac, windows } = traces[name];
	const named = process.env[variable];
	if (named) {
		if (isRunnable(named)) return named;
		throw new Error(`${variable} names ${named}, which is no program.`);
	}
	return candidates(commands, mac, windows).find(isRunnable);
}

export function findOrInstallBrowser(name: BrowserName): string {
	const found = findBrowser(name);
	if (found) return found;
	if (isDebianRoot()) installDebianPackage(traces[name].debianPackage);
	const installed = findBrowser(name);
	if (installed) return installed;
	throw new Error(howToInstall(name));
}

function howToInstall(name: BrowserName): string {
	const { variable, debianPackage } = traces[name];
	const product = name === "chromium" ? "Chrome or Chromium" : "Firefox";
	return `No ${product} was found: install it (on Debian or Ubuntu "sudo apt-get install ${debianPackage}") or set ${variable} to its path.`;
}

function candidates(
	commands: readonly string[],
	mac: readonly string[],
	windows: readonly string[],
): string[] {
	const { env, platform } = process;
	const { HOME = "/", PATH = "" } = env;
	if (platform === "darwin") {
		const folders = ["/Applications", join(HOME, "Applications")];
		return folders.flatMap((folder) =>
			mac.map((app) => join(folder, `${app}.app`, "Contents", "MacOS", app)),
		);
	}
	if (platform === "win32") {
		const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
			.map((variable) => env[variable])
			.filter((folder) => folder !== undefined);
		return windows.flatMap((path) =>
			folders.map((folder) => join(folder, path)),
		);
	}
	const folders = PATH.split(delimiter).filter(Boolean);
	// Root's PATH in a container may lack the folders where a desktop program lands.
	folders.push("/usr/bin", "/usr/local/bin", "/snap/bin");
	return commands.flatMap((command) =>
		folders.map((folder) => join(folder, command)),
	);
}

function isRunnable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function isDebianRoot(): boolean {
	return process.getuid?.() === 0 && isRunnable("/usr/bin/apt-get");
}

function installDebianPackage(debianPackage: string): void {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const run = (args: readonly string[]) =>
		execFileSync("apt-get", args, { env, stdio: "ignore", timeout: 600_000 });
	try {
		run(["update"]);
		run(["install", "-y", "--no-install-recommends", debianPackage]);
	} catch (cause) {
		throw new Error(
			`apt-get could not install ${debianPackage}; install it by hand.`,
			{ cause },
		);
	}
}
