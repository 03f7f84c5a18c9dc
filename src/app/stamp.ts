// A moment as part of a file's name: in the person's own time, and fit for every disk.

const two = (part: number) => String(part).padStart(2, "0");

export function stampOf(at: number): string {
	const date = new Date(at);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
	return `${day.map(two).join("-")} ${time.map(two).join(".")}`;
}
