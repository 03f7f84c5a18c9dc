// A panel over the call. It takes the focus when it opens, and gives it back when it closes.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";

export function Panel(props: {
	title: string;
	closeName: string;
	testId: string;
	onClose: () => void;
	children: ComponentChildren;
}) {
	const held = useRef<HTMLElement>(null);
	// In the same breath as it appears: whoever is quick with the keyboard would be taken for having been inside before.
	useLayoutEffect(() => {
		const before = held.current?.ownerDocument.activeElement;
		held.current?.focus();
		return () => {
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);
	return (
		<section
			ref={held}
			class="panel"
			role="dialog"
			tabIndex={-1}
			aria-label={props.title}
			data-testid={props.testId}
		>
			<header class="panel-head">
				<h2>{props.title}</h2>
				<button
					type="button"
					class="quiet round"
					data-testid="close-sheet"
					aria-label={props.closeName}
					title={props.closeName}
					onClick={props.onClose}
				>
					<Icon name="close" />
				</button>
			</header>
			{props.children}
		</section>
	);
}
