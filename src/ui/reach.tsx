// Whom a code will reach: which servers are asked, the person's own, and a check of this network.

import "./reach.css";
import type { Check, OwnServer, ServerVerdict } from "../app/network.ts";
import { Icon } from "./parts/icon.tsx";
import type { View } from "./view.ts";

function Choice({
	app,
	t,
	servers,
}: View & { servers: "default" | "none" | "own" }) {
	const { settings } = app;
	const [name, hint] = t.reach.choice[servers];
	return (
		<label class="choice">
			<input
				type="radio"
				name="servers"
				data-testid={`servers-${servers}`}
				checked={settings.value.servers === servers}
				onChange={() => {
					settings.value = { ...settings.value, servers };
				}}
			/>
			<span class="choice-name">{name}</span>
			<span class="choice-hint">{hint}</span>
		</label>
	);
}

function verdictOf(t: View["t"], test: Check<ServerVerdict>): string | null {
	if (test.is === "running") return t.reach.testing;
	if (test.is !== "done") return null;
	return test.verdict.is === "works"
		? t.reach.works(test.verdict.tookMs)
		: t.reach.server[test.verdict.is];
}

function Field(
	props: Pick<View, "t"> & {
		index: number;
		name: keyof OwnServer;
		value: string;
		onInput: (value: string) => void;
	},
) {
	const { t, index, name, value, onInput } = props;
	const id = `server-${index}-${name}`;
	const input = {
		id,
		"data-testid": `server-${name}`,
		value,
		autocomplete: "off",
		autocapitalize: "off",
		spellcheck: false,
		onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
			onInput(currentTarget.value.trim()),
	} as const;
	return (
		<div class="field">
			<label for={id}>{t.reach.field[name]}</label>
			{name === "credential" ? (
				<input type="password" {...input} />
			) : (
				<input
					placeholder={name === "urls" ? t.reach.example : ""}
					{...input}
				/>
			)}
		</div>
	);
}

function Server({ app, t, index }: View & { index: number }) {
	const { network, settings } = app;
	const server = settings.value.own[index];
	if (!server) return null;
	const test = network.tests.value[index] ?? { is: "idle" };
	const isUsable = network.isUsable(server);
	const verdict = verdictOf(t, test);
	const fields = ["urls", "username", "credential"] as const;
	return (
		<li class="server">
			{fields.map((name) =>
				name === "urls" || network.isTurn(server) ? (
					<Field
						key={name}
						t={t}
						index={index}
						name={name}
						value={server[name]}
						onInput={(value) => network.change(index, { [name]: value })}
					/>
				) : null,
			)}
			<div class="sending">
				<button
					type="button"
					class="secondary"
					data-testid="server-test"
					disabled={!isUsable || test.is === "running"}
					onClick={() => network.test(index)}
				>
					{t.reach.test}
				</button>
				<button
					type="button"
					class="quiet"
					data-testid="server-remove"
					onClick={() => network.remove(index)}
				>
					<Icon name="close" />
					{t.reach.remove}
				</button>
			</div>
			<p
				role="status"
				class="hint"
				data-testid="server-verdict"
				data-is={test.is === "done" ? test.verdict.is : test.is}
			>
				{verdict ?? (server.urls === "" || isUsable ? "" : t.reach.malformed)}
			</p>
		</li>
	);
}

function OwnServers(props: View) {
	const { app, t } = props;
	const { own, relayOnly } = app.settings.value;
	const { network } = app;
	return (
		<div class="own-servers">
			<p class="hint">{t.reach.ownHint}</p>
			<ul>
				{own.map((_, index) => (
					<Server key={index} {...props} index={index} />
				))}
			</ul>
			{own.length < network.maxServers && (
				<button
					type="button"
					class="secondary"
					data-testid="server-add"
					onClick={network.add}
				>
					{t.reach.add}
				</button>
			)}
			<label class="choice">
				<input
					type="checkbox"
					data-testid="relay-only"
					checked={relayOnly}
					disabled={!relayOnly && !own.some(network.isTurn)}
					onChange={({ currentTarget }) => {
						const { checked } = currentTarget;
						app.settings.value = { ...app.settings.value, relayOnly: checked };
					}}
				/>
				<span class="choice-name">{t.reach.relayOnly}</span>
				<span class="choice-hint">{t.reach.relayOnlyHint}</span>
			</label>
		</div>
	);
}

export function NetworkCheck({ app, t }: View) {
	const { check, run } = app.network;
	const now = check.value;
	const text = {
		idle: "",
		running: t.reach.checking,
		failed: t.ending.died,
	};
	return (
		<div class="network-check">
			<button
				type="button"
				class="secondary"
				data-testid="check-network"
				disabled={now.is === "running"}
				onClick={run}
			>
				{t.reach.check}
			</button>
			<p
				role="status"
				class="hint"
				data-testid="network-verdict"
				data-is={now.is === "done" ? now.verdict : now.is}
			>
				{now.is === "done" ? t.reach.network[now.verdict] : text[now.is]}
			</p>
		</div>
	);
}

export function Reach(props: View) {
	const { app, t } = props;
	return (
		<fieldset class="reach">
			<legend>{t.reach.title}</legend>
			{(["default", "none", "own"] as const).map((servers) => (
				<Choice key={servers} {...props} servers={servers} />
			))}
			{app.settings.value.servers === "own" && <OwnServers {...props} />}
			<NetworkCheck {...props} />
		</fieldset>
	);
}
