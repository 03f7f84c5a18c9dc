// The page's side of the worker that reads QR codes: a picture goes in, text or nothing comes back.

export type Question = { readonly id: number; readonly picture: ImageBitmap };
export type Answer = { readonly id: number; readonly text: string | null };

export type QrReader = {
	read(picture: ImageBitmap): Promise<string | null>;
};

export function createQrReader(
	worker: Worker,
	lifetime: AbortSignal,
): QrReader {
	const asked = new Map<number, (text: string | null) => void>();
	let lastId = 0;
	const giveUp = () => {
		for (const answer of asked.values()) answer(null);
		asked.clear();
	};
	worker.addEventListener(
		"message",
		({ data }: MessageEvent<Answer>) => {
			asked.get(data.id)?.(data.text);
			asked.delete(data.id);
		},
		{ signal: lifetime },
	);
	worker.addEventListener("error", giveUp, { signal: lifetime });
	lifetime.addEventListener("abort", () => {
		worker.terminate();
		giveUp();
	});
	return {
		read(picture) {
			if (lifetime.aborted) return Promise.resolve(null);
			lastId += 1;
			const id = lastId;
			return new Promise((resolve) => {
				asked.set(id, resolve);
				worker.postMessage({ id, picture } satisfies Question, [picture]);
			});
		},
	};
}
