// What is known of the connection, for whoever wants to look; closed until asked for.

import type { Facts } from "../../app/diagnosis.ts";
import type { MeetingView } from "../connect.tsx";

function kinds(t: MeetingView["t"], some: Facts["mine"]): string {
	const names = [...new Set(some)].map((kind) => t.details.kind[kind]);
	return names.length > 0 ? names.join(", ") : t.details.none;
}

export function Rows({ t, facts }: Pick<MeetingView, "t"> & { facts: Facts }) {
	const { path } = facts;
	const rows: readonly (readonly [string, string])[] = [
		[t.details.path, path ? t.details.paths[path.is] : t.details.noPath],
		...(path?.roundTripMs != null
			? [[t.details.roundTrip, t.details.ms(path.roundTripMs)] as const]
			: []),
		[t.details.mine, kinds(t, facts.mine)],
		[t.details.theirs, kinds(t, facts.theirs)],
		[
			t.details.tried,
			t.details.answered(facts.pairsTried, facts.pairsAnswered),
		],
	];
	return (
		<dl>
			{rows.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

export function Details({ t, meeting }: MeetingView) {
	const { facts, isOpen, isCopied, copyReport } = meeting.diagnosis;
	return (
		<details
			class="details"
			open={isOpen.value}
			data-testid="details"
			onToggle={({ currentTarget }) => {
				isOpen.value = currentTarget.open;
			}}
		>
			<summary>{t.details.title}</summary>
			{facts.value && <Rows t={t} facts={facts.value} />}
			<button
				type="button"
				class="inline"
				data-testid="copy-report"
				onClick={copyReport}
			>
				{isCopied.value ? t.connect.copied : t.details.copy}
			</button>
			<p class="hint">{t.details.redacted}</p>
		</details>
	);
}

/** The likely cause in one sentence, with what would help. */
export function Reason({ t, meeting }: MeetingView) {
	const cause = meeting.diagnosis.cause.value;
	return (
		<div role="alert">
			{cause && (
				<p class="trouble" data-testid="problem" data-problem={cause}>
					{t.cause[cause]}
				</p>
			)}
		</div>
	);
}
