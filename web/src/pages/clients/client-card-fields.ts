import { CLIENT_FIELDS, type ClientField } from "../../../../src/scheduling/configuration.ts";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import type { Language } from "../../i18n.ts";
import { formatDate } from "../../time.ts";

/** The members of a card as they stand in a form: never null, dates as people write them. */
export type CardFields = Readonly<Record<ClientField, string>>;

/** As the desk asks for them. */
export const ASKED_ORDER: readonly ClientField[] = [
  "lastname",
  "firstname",
  "dob",
  "phone",
  "email",
  "street",
  "zip",
  "city",
  "country",
];

export function dobShown(dob: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(dob)
    ? formatDate(dob, language, { day: "2-digit", month: "2-digit", year: "numeric" })
    : dob;
}

/** ISO of what was typed with a full year; anything else goes to the server as it is, which understands more. */
export function dobTyped(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text.trim()) ?? [];
  return year === undefined ? text.trim() : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

export function ageOn(dob: string, today: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dob)) return undefined;
  const years = Number(today.slice(0, 4)) - Number(dob.slice(0, 4));
  const age = today.slice(5, 10) < dob.slice(5) ? years - 1 : years;
  return age >= 0 ? age : undefined;
}

export function fieldsOf(client: Partial<Client>, language: Language): CardFields {
  return Object.fromEntries(
    CLIENT_FIELDS.map((field) => {
      const value = client[field] ?? "";
      return [field, field === "dob" ? dobShown(value, language) : value];
    }),
  ) as Record<ClientField, string>;
}

/** What differs, as the server takes it; null empties a member. */
export function changedMembers(before: CardFields, after: CardFields): Record<string, string | null> {
  return Object.fromEntries(
    CLIENT_FIELDS.filter((field) => before[field].trim() !== after[field].trim()).map((field) => {
      const text = field === "dob" ? dobTyped(after[field]) : after[field].trim();
      return [field, text === "" ? null : text];
    }),
  );
}
