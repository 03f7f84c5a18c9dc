// A running picture. One of the few places that hold an element, because a stream is a property of it.

import { useEffect, useRef } from "preact/hooks";

export function Video(props: {
	stream: MediaStream | null;
	label: string;
	testId: string;
	isMuted?: boolean;
	isMirrored?: boolean;
	isHidden?: boolean;
	/** Stands still, and is silent. */
	isPaused?: boolean;
	onReady?: (video: HTMLVideoElement) => void;
}) {
	const held = useRef<HTMLVideoElement>(null);
	const { stream, onReady } = props;
	useEffect(() => {
		const video = held.current;
		if (!video) return;
		video.srcObject = stream;
		if (!stream) return;
		if (props.isPaused) return;
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
