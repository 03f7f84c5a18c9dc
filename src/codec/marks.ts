// What stands in front of the letters of a code, for people and for finding.

/** Letters that nobody takes for others, and that no language has in a row. */
export const marks = { invite: "PGNA", reply: "PGNB" } as const;
