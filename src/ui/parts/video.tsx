// A running picture. One of the few places that hold an element, because a stream is a property of it.

import { useEffect, useRef } from "preact/hooks";
import type { Shapes } from "../../app/fit.ts";

export type VideoProps = {
	stream: MediaStream | null;
	label: string;
	testId: string;
	isMuted?: boolean;
	isMirrored?: boolean;
	isHidden?: boolean;
	/** Stands still, and is silent. */
	isPaused?: boolean;
	/** How loud, from 0 to 1, and out of which loudspeaker; null is the system's. */
	volume?: number;
	speakerId?: string | null;
	onReady?: (video: HTMLVideoElement) => void;
	/** The shape of the picture and of the room that it is shown in, whenever one of them is another. */
	onShapes?: (shapes: Shapes) => void;
};

function watchShapes(
	video: HTMLVideoElement,
	onShapes: (shapes: Shapes) => void,
): () => void {
	const life = new AbortController();
	const look = () => {
		const { videoWidth, videoHeight, clientWidth, clientHeight } = video;
		if (videoWidth === 0) return;
		onShapes({
			picture: { width: videoWidth, height: videoHeight },
			room: { width: clientWidth, height: clientHeight },
		});
	};
	video.addEventListener("resize", look, { signal: life.signal });
	const observer = new ResizeObserver(look);
	observer.observe(video);
	return () => {
		life.abort();
		observer.disconnect();
	};
}

export function Video(props: VideoProps) {
	const held = useRef<HTMLVideoElement>(null);
	const { stream, onReady, onShapes, volume = 1, speakerId = null } = props;
	useEffect(() => {
		const video = held.current;
		if (!video) return;
		video.srcObject = stream;
		if (!stream || props.isPaused) return;
		// Refused only where the browser wants a press first; it then starts with the next one.
		video.play().catch(() => {});
		onReady?.(video);
	}, [stream]);
	useEffect(() => {
		const video = held.current;
		if (!video?.srcObject) return;
		if (props.isPaused) video.pause();
		else video.play().catch(() => {});
	}, [props.isPaused]);
	useEffect(() => {
		if (held.current) held.current.volume = volume;
	}, [volume]);
	useEffect(() => {
		const video = held.current;
		// One that is gone leaves the sound where it was.
		if (video && (speakerId !== null || video.sinkId))
			video.setSinkId?.(speakerId ?? "").catch(() => {});
	}, [speakerId]);
	useEffect(() => {
		if (held.current && onShapes) return watchShapes(held.current, onShapes);
		return undefined;
	}, [onShapes]);
	// An element that is thrown away with its stream goes on playing until it is cleared up.
	useEffect(() => {
		const video = held.current;
		return () => {
			if (video) video.srcObject = null;
		};
	}, []);
	const classes = [
		"video",
		props.isMirrored ? "is-mirrored" : "",
		// Not `display: none`: the sound of a hidden picture must go on.
		props.isHidden ? "is-unseen" : "",
	];
	return (
		<video
			ref={held}
			class={classes.join(" ").trim()}
			data-testid={props.testId}
			aria-label={props.label}
			muted={props.isMuted ?? false}
			autoplay
			playsInline
		/>
	);
}
