// A page over a page. The browser's own dialog: it keeps the focus, and gives it back.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./parts/icon.tsx";

export function Sheet(props: {
	title: string;
	closeLabel: string;
	testId: string;
	onClose: () => void;
	children: ComponentChildren;
}) {
	const held = useRef<HTMLDialogElement>(null);
	useEffect(() => held.current?.showModal(), []);
	return (
		<dialog
			ref={held}
			class="sheet"
			data-testid={props.testId}
			aria-labelledby="sheet-title"
			onClose={props.onClose}
			closedby="any"
		>
			<div class="sheet-body">
				<header class="sheet-head">
					<h2 id="sheet-title">{props.title}</h2>
					<button
						type="button"
						class="quiet round"
						data-testid="sheet-close"
						aria-label={props.closeLabel}
						title={props.closeLabel}
						onClick={() => held.current?.close()}
					>
						<Icon name="close" />
					</button>
				</header>
				{props.children}
			</div>
		</dialog>
	);
}
