import type { Language } from "../scheduling/configuration.ts";
import type { ClientDetailsOrNulls } from "./client.ts";
import { foldEmail, foldName } from "./fold.ts";
import { phoneKey } from "./phone.ts";

/** Raised when the keys below change; stores index anew what has another version. */
export const LOOKUP_VERSION = 1;

/**
 * Strings such that two descriptions which `matchClient` calls the same, or candidate and answered, share at least one.
 * The same function for what is stored and what was said; the most telling first.
 */
export function lookupKeys(
  details: ClientDetailsOrNulls,
  { country }: { country: string | undefined; today: string; language: Language },
): readonly string[] {
  const keys: string[] = [];
  const phone = details.phone == null ? null : phoneKey(details.phone, country);
  if (phone !== null) keys.push(`p:${phone}`);
  if (details.email) keys.push(`e:${foldEmail(details.email)}`);
  const names = [foldName(details.firstname ?? ""), foldName(details.lastname ?? "")].filter(Boolean).sort();
  if (details.dob) for (const name of names) keys.push(`d:${details.dob}/${name.slice(0, 1)}`);
  if (names.length === 2) keys.push(`n:${names.join("|")}`);
  return keys;
}
