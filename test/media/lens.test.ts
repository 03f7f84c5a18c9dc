import { expect, test } from "vitest";
import type { Devices } from "../../src/media/devices.ts";
import { openLens } from "../../src/media/lens.ts";

function devicesWith(capabilities: object, settings: object) {
	const asked: unknown[] = [];
	const track = {
		getCapabilities: () => capabilities,
		getSettings: () => settings,
		applyConstraints: async (wish: unknown) => void asked.push(wish),
	};
	const getUserMedia = async (wish: unknown) => {
		asked.push(wish);
		return { getVideoTracks: () => [track] };
	};
	return { devices: { getUserMedia } as unknown as Devices, asked };
}

const wish = { facing: "environment", cameraId: null } as const;

test("a camera that zooms by itself is asked to, in its own units", async () => {
	const zoom = { min: 100, max: 500, step: 1 };
	const { devices, asked } = devicesWith({ zoom }, { zoom: 120 });
	const opened = await openLens(devices, wish);
	if (!opened.ok) throw new Error("not opened");
	expect(opened.value.zoom).toEqual({
		min: 100,
		max: 500,
		start: 120,
		isDigital: false,
	});
	expect(await opened.value.setZoom(300)).toBe(true);
	expect(asked.at(-1)).toEqual({ advanced: [{ zoom: 300 }] });
});

test.each([{}, { zoom: { min: 1, max: 1 } }])(
	"one that does not is magnified, and no further permission is asked for: %j",
	async (capabilities) => {
		const { devices, asked } = devicesWith(capabilities, {});
		const opened = await openLens(devices, wish);
		if (!opened.ok) throw new Error("not opened");
		expect(opened.value.zoom).toMatchObject({ isDigital: true, start: 1 });
		expect(await opened.value.setZoom(3)).toBe(true);
		expect(JSON.stringify(asked)).not.toContain("zoom");
		expect(asked).toHaveLength(1);
	},
);
