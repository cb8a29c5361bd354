import type { ClientDetails, ClientKeys } from "./client.ts";
import { foldEmail, foldName } from "./fold.ts";
import { phoneKey } from "./phone.ts";

/** The look-up keys of what was said or stored; `country` is where national phone numbers are read. */
export function clientKeys(
  details: { readonly [field in keyof ClientDetails]: string | null | undefined },
  country: string | undefined,
): ClientKeys {
  return {
    ...nameKeys(details),
    emailKey: keyOf(details.email, foldEmail),
    phoneKey: keyOf(details.phone, (text) => phoneKey(text, country)),
    dob: details.dob ?? null,
  };
}

/** Those of the name alone. */
export function nameKeys({
  firstname,
  lastname,
}: {
  readonly firstname?: string | null | undefined;
  readonly lastname?: string | null | undefined;
}): Pick<ClientKeys, "firstnameKey" | "lastnameKey"> {
  return { firstnameKey: keyOf(firstname, foldName), lastnameKey: keyOf(lastname, foldName) };
}

const MEMBERS = ["firstnameKey", "lastnameKey", "dob", "phoneKey", "emailKey"] as const;

/** Whether exactly the same is known of both, and anything at all. */
export function hasSameKeys(a: ClientKeys, b: ClientKeys): boolean {
  return MEMBERS.some((member) => a[member] !== null) && MEMBERS.every((member) => a[member] === b[member]);
}

function keyOf(text: string | null | undefined, fold: (text: string) => string | null): string | null {
  return text == null ? null : fold(text) || null;
}
