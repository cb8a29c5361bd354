import type { Language } from "../scheduling/configuration.ts";
import type { ClientDetailsOrNulls } from "./client.ts";
import { foldEmail } from "./fold.ts";
import { isLocalNumber, phoneKey, toE164 } from "./phone.ts";
import { understandDob } from "./spoken-dob.ts";
import { understandEmail } from "./spoken-email.ts";
import { understandPhone } from "./spoken-phone.ts";

export interface ProofContext {
  readonly country: string | undefined;
  readonly today: string;
  readonly language: Language;
}

/** What tells people of one name apart. */
export type Proof = "dob" | "phone" | "email";

export const PROOFS = ["dob", "phone", "email"] as const;

/** All that a member may mean in canonical form; empty when it is not known or means nothing. */
export function proofsOf(
  details: ClientDetailsOrNulls,
  proof: Proof,
  context: ProofContext,
): readonly string[] {
  const text = details[proof];
  if (text == null || text === "") return [];
  if (proof === "dob")
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? [text] : understandDob(text, context).candidates;
  if (proof === "phone") return phonesOf(text, context);
  return /^\S+@\S+$/.test(text) ? [foldEmail(text)] : understandEmail(text, context).candidates;
}

function phonesOf(text: string, context: ProofContext): readonly string[] {
  if (/^\+[1-9]\d{7,14}$/.test(text)) return [text];
  const kept = keptPhones.get(text);
  if (kept !== undefined && kept.country === context.country) return kept.phones;
  const phones = readPhones(text, context);
  if (keptPhones.size >= MOST_PHONES_KEPT) keptPhones.clear();
  keptPhones.set(text, { country: context.country, phones });
  return phones;
}

function readPhones(text: string, context: ProofContext): readonly string[] {
  if (isLocalNumber(text, context.country)) return [text.replace(/\D/g, "")];
  const { country } = context;
  const written = toE164(text, country);
  if (written !== undefined) return [written];
  const { candidates } = understandPhone(text, context);
  if (candidates.length > 0) return candidates;
  const key = phoneKey(text, country);
  return key === null ? [] : [key];
}

/** One said number is compared with hundreds of cards; reading it takes longer than all the rest. */
const keptPhones = new Map<string, { country: string | undefined; phones: readonly string[] }>();
const MOST_PHONES_KEPT = 1_024;

/** True where both know it and it agrees, false where it differs, undefined where one does not know. */
export function agreementOn(
  proof: Proof,
  said: ClientDetailsOrNulls,
  stored: ClientDetailsOrNulls,
  context: ProofContext,
): boolean | undefined {
  const ours = proofsOf(said, proof, context);
  if (ours.length === 0) return undefined;
  const theirs = proofsOf(stored, proof, context);
  if (theirs.length === 0) return undefined;
  return ours.some((one) =>
    theirs.some((other) => one === other || (proof === "phone" && isLocalPartOf(one, other))),
  );
}

const SHORTEST_LOCAL_NUMBER = 6;

/** A number without its area code, against the whole one. */
function isLocalPartOf(one: string, other: string): boolean {
  if (one.startsWith("+") === other.startsWith("+")) return false;
  const [local, whole] = one.startsWith("+") ? [other, one] : [one, other];
  return local.length >= SHORTEST_LOCAL_NUMBER && !local.startsWith("0") && whole.endsWith(local);
}
