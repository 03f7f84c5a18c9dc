// Runs asynchronous work strictly one after the other, in the order in which it was added.

export function createQueue(onError: (error: unknown) => void) {
	let last: Promise<void> = Promise.resolve();
	return (work: () => Promise<void>): void => {
		last = last.then(work).catch(onError);
	};
}
