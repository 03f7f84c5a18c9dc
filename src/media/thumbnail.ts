// A small copy of a picture, drawn anew, so that nothing of the file itself is ever shown.

import { headBytes, pictureSize } from "./picture-size.ts";

// What a small file can claim to be when it is drawn must not fill the memory.
const mostPixels = 50_000_000;
const mostBytes = 40_000_000;
const boxPixels = 320;

export async function thumbnailOf(blob: Blob): Promise<Blob | null> {
	if (blob.size > mostBytes) return null;
	try {
		const head = await blob.slice(0, headBytes).arrayBuffer();
		const size = pictureSize(new Uint8Array(head));
		if (!size || size.width * size.height > mostPixels) return null;
		const scale = Math.min(1, boxPixels / Math.max(size.width, size.height));
		const bitmap = await createImageBitmap(blob);
		const width = Math.max(1, Math.round(bitmap.width * scale));
		const height = Math.max(1, Math.round(bitmap.height * scale));
		const canvas = new OffscreenCanvas(width, height);
		canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
		bitmap.close();
		return await canvas.convertToBlob({ type: "image/png" });
	} catch {
		return null;
	}
}
