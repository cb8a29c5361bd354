import { foldName } from "../identity/fold.ts";
import type { ClientField } from "../scheduling/configuration.ts";

export type ClientMember = "id" | ClientField;

/**
 * Column names as practice software and spreadsheets write them, folded; where several columns of a file mean the same
 * member, the earlier name here wins for a row that has both.
 */
const NAMES: { readonly [member in ClientMember]: readonly string[] } = {
  id: [
    "id",
    "client id",
    "clientid",
    "kundennummer",
    "kundennr",
    "kunden nr",
    "kunden id",
    "patientennummer",
    "patientennr",
    "patienten nr",
    "patienten id",
    "patient id",
    "patientnr",
    "customer id",
    "customer number",
    "nr",
    "nummer",
  ],
  firstname: ["firstname", "first name", "vorname", "vornamen", "rufname", "given name", "forename"],
  lastname: [
    "lastname",
    "last name",
    "nachname",
    "familienname",
    "zuname",
    "surname",
    "family name",
    "name",
    "lastlame", // the wire's spelling
  ],
  email: [
    "email",
    "e mail",
    "mail",
    "email adresse",
    "e mail adresse",
    "emailadresse",
    "email address",
    "e mail address",
  ],
  dob: [
    "dob",
    "geburtsdatum",
    "geburtstag",
    "geb",
    "geb datum",
    "gebdatum",
    "geboren",
    "geboren am",
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
  ],
  phone: [
    "mobil",
    "mobile",
    "handy",
    "mobiltelefon",
    "mobilnummer",
    "handynummer",
    "mobile phone",
    "cell phone",
    "phone",
    "phone number",
    "telefon",
    "telefonnummer",
    "tel",
    "tel nr",
    "telefon mobil",
    "telefon privat",
    "festnetz",
    "telephone",
    "rufnummer",
  ],
  street: [
    "street",
    "strasse",
    "str",
    "strasse nr",
    "strasse hausnummer",
    "strasse und hausnummer",
    "anschrift",
    "adresse",
    "address",
  ],
  zip: ["zip", "plz", "postleitzahl", "zip code", "postal code", "postcode"],
  city: ["city", "ort", "stadt", "wohnort", "town"],
  country: ["country", "land", "staat"],
};

const MEMBERS: ReadonlyMap<string, { readonly member: ClientMember; readonly rank: number }> = new Map(
  Object.entries(NAMES).flatMap(([member, names]) =>
    names.map((name, rank) => [name, { member: member as ClientMember, rank }] as const),
  ),
);

export interface ColumnMapping {
  /** For each member the indexes of its columns, the one to prefer first. */
  readonly columns: ReadonlyMap<ClientMember, readonly number[]>;
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[];
}

export function mapColumns(headings: readonly string[]): ColumnMapping {
  const found = headings.map((heading, index) => ({ index, heading, ...MEMBERS.get(foldName(heading)) }));
  const columns = new Map<ClientMember, number[]>();
  for (const { member, index } of found.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)))
    if (member !== undefined) columns.set(member, [...(columns.get(member) ?? []), index]);
  const unknown = found.filter(({ member, heading }) => member === undefined && heading.trim() !== "");
  return { columns, unknown: unknown.map(({ heading }) => heading) };
}
