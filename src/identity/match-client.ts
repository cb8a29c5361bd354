import type { Language } from "../scheduling/configuration.ts";
import type { ClientDetails, ClientDetailsOrNulls } from "./client.ts";
import { agreementOn, PROOFS, type Proof } from "./client-proofs.ts";
import { compareNames, type NameComparison } from "./compare-names.ts";
import type { Verdict } from "./verdict.ts";

export interface MatchContext {
  /** ISO 3166-1 alpha-2: where national phone numbers are read. */
  readonly country: string | undefined;
  /** `YYYY-MM-DD`, for centuries of two-digit years. */
  readonly today: string;
  readonly language: Language;
}

export type { Verdict } from "./verdict.ts";

export interface Match {
  readonly verdict: Verdict;
  /** 0..1, higher is better; comparable between clients of one question. */
  readonly score: number;
  /** One reason each: `lastname: equal after folding`, `dob: contradicts`. */
  readonly why: readonly string[];
  readonly agreesOn: readonly Proof[];
  readonly contradictsOn: readonly (Proof | "firstname" | "lastname")[];
  readonly names: Verdict | "unknown";
  /** What agrees identifies on its own: phone, mail address, or two of first name, last name and date of birth. */
  readonly isEnough: boolean;
  /** The names are equal or homophones: no nickname, no form of another language. */
  readonly isLiteral: boolean;
  /** Both say a first and a last name, or both the same one of them. */
  readonly hasSameMembers: boolean;
}

/** How well what was said fits a card: names by sound, the rest by agreement; members that one side lacks do not count. */
export function matchClient(said: ClientDetails, stored: ClientDetailsOrNulls, context: MatchContext): Match {
  const names = compareNames(said, stored);
  const proofs = {
    dob: agreementOn("dob", said, stored, context),
    phone: agreementOn("phone", said, stored, context),
    email: agreementOn("email", said, stored, context),
  };
  const agreesOn = PROOFS.filter((proof) => proofs[proof] === true);
  const contradictsOn = PROOFS.filter((proof) => proofs[proof] === false);
  const verdict = verdictOf(names.verdict, agreesOn, contradictsOn);
  return {
    verdict,
    score: scoreOf(names, agreesOn, contradictsOn, verdict),
    why: [...names.why, ...PROOFS.flatMap((proof) => reasonFor(proof, proofs[proof]))],
    agreesOn,
    contradictsOn: [...names.contradictsOn, ...contradictsOn],
    names: names.verdict,
    isEnough: isEnough(names, agreesOn),
    isLiteral: names.isLiteral,
    hasSameMembers: haveSameMembers(said, stored),
  };
}

/** Whether findExistingUser answers with this client. Another date of birth is another person (docs/decisions/0004). */
export function isAnswered(match: Match): boolean {
  if (!match.isEnough || match.contradictsOn.includes("dob")) return false;
  if (match.names === "different") return false;
  return match.names === "same" || match.agreesOn.length > 0;
}

/**
 * Whether a booking by who said this goes on that card: the same names, something else that agrees, and no other date
 * of birth. A family shares a phone and a mail address: with these alone the names must be equal or homophones, and not
 * merely forms of one name.
 */
export function isSamePerson(match: Match): boolean {
  if (match.names !== "same" || !match.hasSameMembers) return false;
  if (match.contradictsOn.includes("dob")) return false;
  return match.agreesOn.some((proof) => proof === "dob" || match.isLiteral);
}

function haveSameMembers(said: ClientDetailsOrNulls, stored: ClientDetailsOrNulls): boolean {
  return !said.firstname === !stored.firstname && !said.lastname === !stored.lastname;
}

function reasonFor(proof: Proof, agrees: boolean | undefined): string[] {
  return agrees === undefined ? [] : [`${proof}: ${agrees ? "agrees" : "contradicts"}`];
}

function verdictOf(
  names: Verdict | "unknown",
  agreesOn: readonly Proof[],
  contradictsOn: readonly Proof[],
): Verdict {
  const otherBirth = contradictsOn.includes("dob");
  switch (names) {
    case "different":
      return "different";
    case "candidate":
      return otherBirth ? "different" : "candidate";
    case "same":
      return contradictsOn.length > agreesOn.length || otherBirth ? "candidate" : "same";
    case "unknown":
      if (otherBirth || agreesOn.length === 0) return "different";
      return contradictsOn.length === 0 ? "same" : "candidate";
  }
}

function isEnough(names: NameComparison, agreesOn: readonly Proof[]): boolean {
  if (agreesOn.includes("phone") || agreesOn.includes("email")) return true;
  return names.agreeing + (agreesOn.includes("dob") ? 1 : 0) >= 2;
}

const PROOF_WEIGHTS: Readonly<Record<Proof, number>> = { dob: 0.18, phone: 0.12, email: 0.15 };

/** Names weigh half; what agrees adds and what contradicts takes away. */
function scoreOf(
  names: NameComparison,
  agreesOn: readonly Proof[],
  contradictsOn: readonly Proof[],
  verdict: Verdict,
): number {
  let score = 0.5 * (names.verdict === "unknown" ? 0.6 : names.similarity);
  for (const proof of agreesOn) score += PROOF_WEIGHTS[proof];
  for (const proof of contradictsOn) score -= PROOF_WEIGHTS[proof];
  score += 0.02 * names.agreeing;
  if (verdict === "different") score *= 0.3;
  return Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
}
