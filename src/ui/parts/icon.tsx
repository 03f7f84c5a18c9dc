// The icons, as strokes in the colour of the text around them. They never stand without a name.

const strokes = {
	microphone:
		"M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3ZM6 12a6 6 0 0 0 12 0M12 18v3",
	camera:
		"M4 7h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1ZM15 11l6-3.5v9L15 13",
	screen: "M4 5h16v11H4zM12 16v4M8.5 20h7",
	chat: "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z",
	hangUp: "M3 14.5c5-5 13-5 18 0l-2.5 3-4-2v-3a12 12 0 0 0-5 0v3l-4 2Z",
	share:
		"M12 15V4M8 7.5 12 3.5l4 4M6 11H5a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-7a1 1 0 0 0-1-1h-1",
	link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17",
	copy: "M9 9h10v11H9zM5 15V4h10",
	paste:
		"M9 4h6v3H9zM9 5.5H6a1 1 0 0 0-1 1V19a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V6.5a1 1 0 0 0-1-1h-3M9 12h6M9 15.5h4",
	scan: "M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16",
	picture: "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9h.01",
	send: "M4 12 20 4l-5 16-4-6.5ZM11 13.5 20 4",
	face: "M8 3H5a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1ZM19 3h-3a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1ZM10.5 10h3M10.5 14h3",
	light: "M9 14a5 5 0 1 1 6 0c-.6.5-1 1.2-1 2h-4c0-.8-.4-1.5-1-2ZM10 19h4",
	turn: "M5 9h11l-3-3M19 15H8l3 3",
	clip: "M19 11.5 12 18.5a4.2 4.2 0 0 1-6-6l7.5-7.5a2.8 2.8 0 0 1 4 4L10 16.5a1.4 1.4 0 0 1-2-2l6.5-6.5",
	folder: "M4 6h5l2 2.5h9v10H4z",
	file: "M6 3.5h8l4 4v13H6zM14 3.5v4h4",
	download: "M12 4v11M8 11.5l4 4 4-4M5 20h14",
	pause: "M9 6v12M15 6v12",
	play: "M8 5.5 18 12 8 18.5z",
	lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
	gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
	fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
	full: "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
	float: "M20 11V5H4v14h7M13 13h8v6h-8z",
	keys: "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8",
	more: "M12 4.4a.9.9 0 1 0 .01 0ZM12 11.1a.9.9 0 1 0 .01 0ZM12 17.8a.9.9 0 1 0 .01 0Z",
	check: "M5 12.5 10 17.5 19 7",
	close: "M6 6l12 12M18 6 6 18",
	help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5h.01",
	settings:
		"M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
	off: "M4 4l16 16",
	record:
		"M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z",
	back: "M15 5l-7 7 7 7",
} as const;

export type IconName = keyof typeof strokes;

export function Icon(props: { name: IconName; isOff?: boolean }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={strokes[props.name]} />
			{props.isOff && <path class="icon-gap" d={strokes.off} />}
			{props.isOff && <path d={strokes.off} />}
		</svg>
	);
}
