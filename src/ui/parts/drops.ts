// Files that are dropped anywhere in the page, and pictures that are pasted.

import { useEffect, useRef } from "preact/hooks";
import type { Files as FilesOf } from "../../app/files.ts";
import { filesOfTransfer } from "./picked-files.ts";

/** What it gives belongs on the element that is seen while something hovers over the page. */
export function useDrops(files: FilesOf) {
	const veil = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const page = veil.current?.ownerDocument;
		if (!page) return;
		const life = new AbortController();
		const { signal } = life;
		const show = (is: boolean) =>
			veil.current?.toggleAttribute("data-is-over", is);
		const hasFiles = (event: DragEvent) =>
			event.dataTransfer?.types.includes("Files") === true;
		const give = (data: DataTransfer) =>
			void filesOfTransfer(data).then((found) => {
				if (found.length > 0) files.give(found);
			});
		page.addEventListener(
			"dragover",
			(event) => {
				if (!hasFiles(event)) return;
				event.preventDefault();
				show(true);
			},
			{ signal },
		);
		page.addEventListener(
			"dragleave",
			(event) => {
				// Null when it leaves the window, not one element for the next.
				if (event.relatedTarget === null) show(false);
			},
			{ signal },
		);
		page.addEventListener(
			"drop",
			(event) => {
				show(false);
				if (!hasFiles(event) || !event.dataTransfer) return;
				event.preventDefault();
				give(event.dataTransfer);
			},
			{ signal },
		);
		page.addEventListener(
			"paste",
			(event) => {
				if (!event.clipboardData?.types.includes("Files")) return;
				event.preventDefault();
				give(event.clipboardData);
			},
			{ signal },
		);
		return () => life.abort();
	}, [files]);
	return veil;
}
