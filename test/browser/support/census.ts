// Counts what a page holds on to: connections, tracks, sound, timers, locks and listeners. Goes in before the app does.

import type { Page } from "playwright-core";

export type Census = {
	readonly connections: number;
	readonly liveTracks: number;
	readonly sounds: number;
	readonly intervals: number;
	readonly wakeLocks: number;
	readonly playingElements: number;
	/** On window, document, connections and channels, with the event of each. */
	readonly listeners: readonly string[];
};

type Counted = { readonly census: () => Census };

export async function beginCensus(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const connections = new Set<RTCPeerConnection>();
		const tracks = new Set<MediaStreamTrack>();
		const sounds = new Set<AudioContext>();
		const intervals = new Set<unknown>();
		const locks = new Set<WakeLockSentinel>();
		const elements = new Set<HTMLMediaElement>();

		const watched = (target: EventTarget) =>
			target === window ||
			target === document ||
			target === navigator.mediaDevices ||
			target instanceof RTCPeerConnection ||
			target instanceof RTCDataChannel;
		const { addEventListener, removeEventListener } = EventTarget.prototype;
		const kept = new Map<EventTarget, Map<string, string>>();
		let lastId = 0;
		const ids = new WeakMap<object, number>();
		const keyOf = (type: string, handle: object) => {
			if (!ids.has(handle)) ids.set(handle, ++lastId);
			return `${type} ${ids.get(handle)}`;
		};
		const forget = (target: EventTarget, key: string) => {
			kept.get(target)?.delete(key);
		};
		EventTarget.prototype.addEventListener = function (type, handle, options) {
			const target = this ?? window;
			addEventListener.call(target, type, handle, options);
			if (!handle || !watched(target)) return;
			const all = kept.get(target) ?? new Map();
			kept.set(target, all);
			const key = keyOf(type, handle);
			const isNew = !all.has(key);
			const { signal } = typeof options === "object" ? options : {};
			if (!isNew || signal?.aborted) return;
			all.set(key, `${target.constructor.name} ${type}`);
			if (signal)
				addEventListener.call(signal, "abort", () => forget(target, key));
		};
		EventTarget.prototype.removeEventListener = function (
			type,
			handle,
			options,
		) {
			const target = this ?? window;
			removeEventListener.call(target, type, handle, options);
			if (handle && watched(target)) forget(target, keyOf(type, handle));
		};

		self.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				connections.add(this);
				addEventListener.call(this, "track", (event) =>
					tracks.add((event as RTCTrackEvent).track),
				);
			}
		};
		self.AudioContext = class extends AudioContext {
			constructor(options?: AudioContextOptions) {
				super(options);
				sounds.add(this);
			}
		};
		const { getUserMedia } = MediaDevices.prototype;
		MediaDevices.prototype.getUserMedia = async function (wishes) {
			const stream = await getUserMedia.call(this, wishes);
			for (const track of stream.getTracks()) tracks.add(track);
			return stream;
		};
		const { clone } = MediaStreamTrack.prototype;
		MediaStreamTrack.prototype.clone = function () {
			const copy = clone.call(this);
			tracks.add(copy);
			return copy;
		};
		const { play } = HTMLMediaElement.prototype;
		HTMLMediaElement.prototype.play = function () {
			elements.add(this);
			return play.call(this);
		};
		const { setInterval, clearInterval } = self;
		Object.assign(self, {
			setInterval: (run: () => void, ms: number) => {
				const id = setInterval(run, ms);
				intervals.add(id);
				return id;
			},
			clearInterval: (id: number) => {
				intervals.delete(id);
				clearInterval(id);
			},
		});
		// The app's timers run in a worker, which is told by numbers when to begin and when to stop.
		const { postMessage } = Worker.prototype;
		Worker.prototype.postMessage = function (
			message: { do?: string; id?: number },
			...rest: unknown[]
		) {
			if (message?.do === "every") intervals.add(`worker ${message.id}`);
			if (message?.do === "stop") intervals.delete(`worker ${message.id}`);
			return Reflect.apply(postMessage, this, [message, ...rest]);
		};
		const { request } = WakeLock.prototype;
		WakeLock.prototype.request = async function (type) {
			const lock = await request.call(this, type);
			locks.add(lock);
			return lock;
		};

		const count = <T>(all: Iterable<T>, is: (one: T) => boolean) =>
			[...all].filter(is).length;
		Object.assign(self, {
			census: (): Census => ({
				connections: count(
					connections,
					({ signalingState }) => signalingState !== "closed",
				),
				liveTracks: count(tracks, ({ readyState }) => readyState === "live"),
				sounds: count(sounds, ({ state }) => state !== "closed"),
				intervals: intervals.size,
				wakeLocks: count(locks, ({ released }) => !released),
				playingElements: count(
					elements,
					({ srcObject, isConnected, paused }) =>
						srcObject !== null && (isConnected || !paused),
				),
				listeners: [...kept.values()]
					.flatMap((all) => [...all.values()])
					.sort(),
			}),
		});
	});
}

// What the driver itself listens to while it clicks.
const drivers =
	/^Window (?:__playwright|\w*click|contextmenu|mouse|pointer|touch)/;

export async function census(page: Page): Promise<Census> {
	const counted = await page.evaluate(() =>
		(self as unknown as Counted).census(),
	);
	const { listeners } = counted;
	return {
		...counted,
		listeners: listeners.filter((listener) => !drivers.test(listener)),
	};
}
