import type { ClientDetails } from "./client.ts";
import { type ProofContext, proofsOf } from "./client-proofs.ts";
import { namePart } from "./names/name-part.ts";
import { isLocalNumber } from "./phone.ts";

/**
 * Whether what was said can identify anyone, whoever it is: a phone number with its area code, a mail address, or two of
 * first name, last name and date of birth.
 */
export function canIdentify(said: ClientDetails, context: ProofContext): boolean {
  if (proofsOf(said, "email", context).length > 0) return true;
  const isWholeNumber = said.phone !== undefined && !isLocalNumber(said.phone, context.country);
  if (isWholeNumber && proofsOf(said, "phone", context).length > 0) return true;
  const names = [said.firstname, said.lastname].filter((name) => namePart(name) !== undefined);
  return names.length + (proofsOf(said, "dob", context).length > 0 ? 1 : 0) >= 2;
}
