// What my code tells about this device, read from the code itself, as its reader would.

import type { WrittenCode } from "../codec/code.ts";
import { readCode } from "../codec/code.ts";
import { type CandidateKind, candidatesOf } from "../peer/reach.ts";
import { canRelay, type Scope, scopeOf } from "../settings/servers.ts";

export type { Scope };
export { canRelay, scopeOf };

export type Given = {
	readonly kind: CandidateKind;
	readonly addresses: readonly string[];
};

/** What is farthest from this device comes first: it is what most people can use. */
const order: readonly CandidateKind[] = [
	"mapped",
	"public",
	"local",
	"name",
	"relay",
];

export function givenBy({ text }: Pick<WrittenCode, "text">): readonly Given[] {
	const read = readCode(text);
	const found = read.ok ? candidatesOf(read.value.sdp) : [];
	return order.flatMap((kind) => {
		const addresses = found
			.filter((one) => one.kind === kind)
			.map(({ address }) => address);
		return addresses.length > 0
			? [{ kind, addresses: [...new Set(addresses)] }]
			: [];
	});
}
