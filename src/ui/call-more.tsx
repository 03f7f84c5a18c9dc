// What is not needed all the time: a panel over the picture, one row for each thing.

import type { ComponentChildren } from "preact";
import { DeviceSheet } from "./call-devices.tsx";
import { Keys } from "./call-keys.tsx";
import { Details } from "./parts/details.tsx";
import { Icon, type IconName } from "./parts/icon.tsx";
import { Panel } from "./parts/panel.tsx";
import { QualitySheet } from "./quality.tsx";
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

/** How the picture is shown. */
function PictureItems({ stage, words }: CallView) {
	const { fullScreen, floating } = stage;
	return (
		<>
			<MoreItem
				icon="fit"
				name={words.fit[stage.fit.value]}
				testId="fit"
				onPress={stage.toggleFit}
			/>
			{floating.isPossible && (
				<MoreItem
					icon="float"
					name={floating.isOn.value ? words.unfloat : words.float}
					testId="float"
					onPress={floating.toggle}
				/>
			)}
			{fullScreen.isPossible && (
				<MoreItem
					icon="full"
					name={
						fullScreen.isOn.value ? words.leaveFullScreen : words.fullScreen
					}
					testId="full-screen"
					onPress={fullScreen.toggle}
				/>
			)}
		</>
	);
}

function MoreSheet(props: CallView) {
	const { t, stage, words } = props;
	return (
		<Panel
			title={words.more}
			closeName={words.close}
			testId="more-sheet"
			onClose={() => stage.toggleSheet("more")}
		>
			<ul class="more-list">
				<MoreItem
					icon="gear"
					name={t.devices.title}
					testId="devices"
					onPress={() => stage.toggleSheet("devices")}
				/>
				<PictureItems {...props} />
				<KeepItems {...props} />
				<MoreItem
					icon="keys"
					name={words.keys}
					testId="keys"
					onPress={() => stage.toggleSheet("keys")}
				/>
			</ul>
			<Details {...props} />
		</Panel>
	);
}

/** Whichever panel is open. */
export function Sheets(props: CallView) {
	switch (props.stage.sheet.value) {
		case "more":
			return <MoreSheet {...props} />;
		case "devices":
			return <DeviceSheet {...props} />;
		case "keys":
			return <Keys {...props} />;
		case "details":
			return <QualitySheet {...props} />;
		default:
			return null;
	}
}
