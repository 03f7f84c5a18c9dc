// What my code gives away, in words and address by address, and a choice of less.

import { canRelay, givenBy, type Scope, scopeOf } from "../app/giving.ts";
import type { CodeTexts } from "../i18n/en-codes.ts";
import type { MeetingView } from "./connect.tsx";

const scopes: readonly Scope[] = ["network", "internet", "relay"];

export function Circle({
	app,
	texts,
}: Pick<MeetingView, "app"> & { texts: CodeTexts["giving"] }) {
	const settings = app.settings.value;
	const chosen = scopeOf(settings);
	return (
		<fieldset>
			<legend>{texts.choose}</legend>
			{scopes.map((scope) => {
				const [name, hint] = texts.scope[scope];
				const isPossible = scope !== "relay" || canRelay(settings);
				return (
					<label key={scope} class="choice">
						<input
							type="radio"
							name="scope"
							data-testid={`scope-${scope}`}
							checked={scope === chosen}
							disabled={!isPossible && scope !== chosen}
							onChange={() => app.rescope(scope)}
						/>
						<span class="choice-name">{name}</span>
						<span class="choice-hint">
							{isPossible ? hint : texts.needsTurn}
						</span>
					</label>
				);
			})}
		</fieldset>
	);
}

export function Giving({
	app,
	t,
	meeting,
	texts: { giving: texts },
}: Pick<MeetingView, "app" | "t" | "meeting"> & { texts: CodeTexts }) {
	const { open, lock, sent } = meeting.connect.mine;
	const isReply = meeting.connect.theirs.code.value !== null;
	if (!open.value) return null;
	const given = givenBy(open.value);
	const parts = new Set(given.map(({ kind }) => texts.kind[kind]));
	return (
		<details
			class="lock giving"
			data-testid="giving"
			data-kinds={given.map(({ kind }) => kind).join(" ")}
		>
			<summary>{texts.title([...parts])}</summary>
			<p class="hint">
				{lock.passphrase.value === null ? texts.who : texts.locked}
			</p>
			<ul>
				{given.map(({ kind, addresses }) => (
					<li key={kind}>
						{texts.kind[kind]}{" "}
						{addresses.map((address) => (
							<code key={address} class="code">
								{address}{" "}
							</code>
						))}
					</li>
				))}
			</ul>
			{isReply ? (
				<p class="hint">{texts.fixed}</p>
			) : sent.value !== null ? (
				<>
					<p class="hint">{texts.left}</p>
					<button type="button" class="inline" onClick={app.renew}>
						{t.connect.renew}
					</button>
				</>
			) : (
				// The same two may only come back as they were.
				!meeting.session.isAgain.value && <Circle app={app} texts={texts} />
			)}
		</details>
	);
}
