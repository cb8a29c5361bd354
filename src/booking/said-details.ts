import type { ClientDetails } from "../identity/client.ts";
import type { MatchContext } from "../identity/match-client.ts";
import { understandDob } from "../identity/spoken-dob.ts";
import { understandEmail } from "../identity/spoken-email.ts";
import { understandPhone } from "../identity/spoken-phone.ts";
import { done, type Issue, type Outcome, refused } from "./outcome.ts";

/** Fewer digits are part of a sentence, not a number to call. */
const FEWEST_DIGITS = 3;

/**
 * What was said with numbers, dates and addresses in their canonical form; a phone that is none is dropped, as bots send
 * `anonymous`. Refuses a date of birth or an address that cannot be understood, naming them below `path`; a date with
 * two readings is left as it was said.
 */
export function understandSaid(
  said: ClientDetails,
  path: string,
  context: MatchContext,
): Outcome<ClientDetails> {
  const issues: Issue[] = [];
  const { phone, dob, email } = said;
  const birth = dob === undefined ? undefined : understandDob(dob, context);
  if (birth?.status === "invalid") {
    issues.push({ path: `${path}.dob`, message: "is no date of birth such as 1985-07-25 or 25.7.85" });
  }
  const mail = email === undefined ? undefined : understandEmail(email, context);
  if (mail?.status === "invalid") issues.push({ path: `${path}.email`, message: "is no mail address" });
  if (issues.length > 0) return refused("invalid_request", { issues });
  return done({
    ...said,
    phone: phone === undefined ? undefined : numberIn(phone, context),
    dob: birth?.status === "ok" ? birth.value! : dob,
    email: mail?.status === "ok" && !isWritten(email!) ? mail.value! : email,
  });
}

/** The same for what shall stand on a card: a date of birth with two readings is refused as well. */
export function understandForCard(
  said: ClientDetails,
  path: string,
  context: MatchContext,
): Outcome<ClientDetails> {
  const understood = understandSaid(said, path, context);
  if (!understood.ok || said.dob === undefined) return understood;
  const { status, candidates } = understandDob(said.dob, context);
  if (status !== "ambiguous") return understood;
  const message = `can be read as ${candidates.join(" or ")}; ask the caller and send YYYY-MM-DD`;
  return refused("invalid_request", { issues: [{ path: `${path}.dob`, message }] });
}

/** As it was written when it has digits, so that a card keeps the owner's way of writing; else what was spoken. */
function numberIn(phone: string, context: MatchContext): string | undefined {
  if (phone.replace(/\D/g, "").length >= FEWEST_DIGITS) return phone;
  return understandPhone(phone, context).value ?? undefined;
}

function isWritten(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email);
}
