// What a browser has to put pictures and sounds together with, as this app is allowed to see it.

export type Studio = {
	/** Whether the browser can record into this type of file. */
	canRecord(type: string): boolean;
	createRecorder(
		stream: MediaStream,
		options: MediaRecorderOptions,
	): MediaRecorder;
	createSound(): AudioContext;
	createCanvas(width: number, height: number): HTMLCanvasElement;
	/** Plays the track, silently and unseen. */
	createVideo(track: MediaStreamTrack): HTMLVideoElement;
	createStream(tracks: readonly MediaStreamTrack[]): MediaStream;
	/** Goes on in a hidden page, where a canvas that is filmed stands still; null where there is no such thing. */
	createFrameLine(): FrameLine | null;
};

export type FrameLine = {
	readonly track: MediaStreamTrack;
	write(canvas: HTMLCanvasElement, atMs: number): void;
};
