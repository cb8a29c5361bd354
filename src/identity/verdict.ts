/**
 * Same: equal after folding, homophones or known forms of one name. Candidate: they sound alike, and something else must
 * agree. Different: two people's.
 */
export type Verdict = "same" | "candidate" | "different";
