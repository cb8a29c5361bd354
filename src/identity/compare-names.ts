import type { ClientDetailsOrNulls } from "./client.ts";
import { foldName } from "./fold.ts";
import type { Verdict } from "./verdict.ts";

export interface NameComparison {
  /** Unknown where the two have no name to compare. */
  readonly verdict: Verdict | "unknown";
  /** 0..1. */
  readonly similarity: number;
  readonly why: readonly string[];
  readonly contradictsOn: readonly ("firstname" | "lastname")[];
  /** How many of first and last name agree or sound alike. */
  readonly agreeing: number;
  /** Equal after folding or homophones: no nickname, no form of another language. */
  readonly isLiteral: boolean;
  readonly hasSameMembers: boolean;
}

/** Whether two descriptions have the same name. */
export function compareNames(said: ClientDetailsOrNulls, stored: ClientDetailsOrNulls): NameComparison {
  const why: string[] = [];
  const contradictsOn: ("firstname" | "lastname")[] = [];
  let agreeing = 0;
  for (const member of ["firstname", "lastname"] as const) {
    const [one, other] = [foldName(said[member] ?? ""), foldName(stored[member] ?? "")];
    if (one === "" || other === "") continue;
    why.push(`${member}: ${one === other ? "equal after folding" : "different"}`);
    if (one === other) agreeing += 1;
    else contradictsOn.push(member);
  }
  const verdict = contradictsOn.length > 0 ? "different" : agreeing > 0 ? "same" : "unknown";
  return {
    verdict,
    similarity: verdict === "same" ? 1 : 0,
    why,
    contradictsOn,
    agreeing,
    isLiteral: verdict === "same",
    hasSameMembers: !said.firstname === !stored.firstname && !said.lastname === !stored.lastname,
  };
}
