// What is not needed all the time: a panel over the picture, one row for each thing.

import type { ComponentChildren } from "preact";
import { Details } from "./parts/details.tsx";
import { Icon, type IconName } from "./parts/icon.tsx";
import { KeepItems } from "./recording.tsx";
import type { CallView } from "./view.ts";

/** One row of the panel. */
export function MoreItem(props: {
	icon: IconName;
	name: string;
	testId: string;
	onPress: () => void;
	/** For what is switched on and off. */
	isOn?: boolean;
	children?: ComponentChildren;
}) {
	return (
		<li>
			<button
				type="button"
				class="more-item"
				data-testid={props.testId}
				aria-pressed={props.isOn}
				onClick={props.onPress}
			>
				<Icon name={props.icon} />
				<span>{props.name}</span>
				{props.children}
			</button>
		</li>
	);
}

export function MoreButton({ stage, words }: CallView) {
	const isOpen = stage.sheet.value === "more";
	return (
		<button
			type="button"
			class="toggle"
			data-testid="more"
			aria-expanded={isOpen}
			aria-label={isOpen ? words.lessMore : words.more}
			title={isOpen ? words.lessMore : words.more}
			onClick={() => stage.toggleSheet("more")}
		>
			<Icon name="more" />
			<span class="toggle-name">{words.more}</span>
		</button>
	);
}

export function More(props: CallView) {
	const { stage, words } = props;
	if (stage.sheet.value !== "more") return null;
	return (
		<section
			class="sheet more"
			aria-label={words.more}
			data-testid="more-sheet"
		>
			<ul class="more-list">
				<KeepItems {...props} />
			</ul>
			<Details {...props} />
		</section>
	);
}
