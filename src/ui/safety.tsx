// The line that says who is known to be there, and the digits by which the two find out. Claims nothing by itself.

import "./safety.css";
import type { ReadonlySignal } from "@preact/signals-core";
import type { Standing, Trust } from "../app/trust.ts";
import type { TrustTexts } from "../i18n/en-trust.ts";

export function Shield({ isWhole }: { isWhole: boolean }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d="M12 3l7 2.5v5.6c0 4.3-2.9 7.9-7 9.9-4.1-2-7-5.6-7-9.9V5.5z" />
			{isWhole && <path d="M8.8 12l2.3 2.3 4.2-4.6" />}
		</svg>
	);
}

function Digits({ t, digits }: { t: TrustTexts; digits: string }) {
	const groups = [digits.slice(0, 4), digits.slice(4)];
	return (
		<output
			class="safety-number"
			data-testid="safety-number"
			aria-label={t.digits(groups)}
		>
			{groups.join(" ")}
		</output>
	);
}

export function Safety({
	t,
	trust,
}: {
	readonly t: TrustTexts;
	readonly trust: ReadonlySignal<Trust | null>;
}) {
	const known = trust.value;
	if (!known) return null;
	const standing = known.standing.value;
	const digits = known.digits.value;
	const isVerified = known.isVerified.value;
	const isAsking = known.isAsking.value && !isVerified;
	const meanings: Readonly<Partial<Record<Standing, string>>> = t.meaning;
	const meaning = meanings[standing];
	return (
		<section
			class="safety"
			aria-label={t.title}
			data-testid="safety"
			data-standing={standing}
		>
			<p class="safety-standing" role="status">
				<Shield isWhole={isVerified} />
				{t.standing[standing]}
			</p>
			{digits !== null && <Digits t={t} digits={digits} />}
			{meaning && <p class="hint safety-why">{meaning}</p>}
			{isAsking && (
				<>
					<p class="hint safety-how">
						<strong>{t.read}</strong> <span class="safety-why">{t.why}</span>
					</p>
					<div class="safety-answers">
						<button
							type="button"
							class="secondary small"
							data-testid="safety-same"
							onClick={known.saySame}
						>
							{t.same}
						</button>
						<button
							type="button"
							class="quiet small"
							data-testid="safety-differs"
							onClick={known.sayDifferent}
						>
							{t.different}
						</button>
					</div>
				</>
			)}
		</section>
	);
}
