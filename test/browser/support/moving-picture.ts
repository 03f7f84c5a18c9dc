// Runs inside a browser: a picture that moves, and whether one that arrives does.

export function movingPicture(): MediaStreamTrack {
	const canvas = document.createElement("canvas");
	const context = canvas.getContext("2d");
	setInterval(() => {
		if (context) context.fillStyle = `hsl(${Date.now() % 360} 80% 50%)`;
		context?.fillRect(0, 0, canvas.width, canvas.height);
	}, 50);
	const [track] = canvas.captureStream().getVideoTracks();
	if (!track) throw new Error("A canvas without a track");
	return track;
}

const pictureLimitMs = 20_000;

export function isMoving(track: MediaStreamTrack): Promise<boolean> {
	const video = document.createElement("video");
	video.muted = true;
	video.srcObject = new MediaStream([track]);
	document.body.append(video);
	// Rejected where it is taken out again.
	video.play().catch(() => {});
	return new Promise((resolve) => {
		let left = 10;
		setTimeout(() => resolve(false), pictureLimitMs);
		const look = () => {
			left -= 1;
			if (left === 0) resolve(true);
			else video.requestVideoFrameCallback(look);
		};
		video.requestVideoFrameCallback(look);
	});
}
