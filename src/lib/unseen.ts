// Text as it looks: without what is not seen, or turns what is around it, and with plain blanks.

const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/gu;
const blanks = /\p{Zs}+/gu;

export function withoutUnseen(text: string): string {
	return text.replace(unseen, "").replace(blanks, " ").trim();
}
