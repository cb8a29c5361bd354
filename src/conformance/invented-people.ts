import type { RequiredInfo } from "../protocol/index.ts";

/** Somebody who books while a server is checked; nobody is called so. */
export interface Person {
  readonly firstname: string;
  readonly lastname: string;
  readonly phone: string;
  readonly dob: string;
  readonly email: string;
}

const FIRSTNAMES = ["Konrad", "Berta", "Wilma"] as const;

const ADDRESS = { street: "Teststraße 1", zip: "10115", city: "Berlin", country: "DE" };

/**
 * Others in every run, so that nobody is found whom an earlier one has left in the card index; with numbers that are kept
 * free for films: +49 30 23125 000 to 999.
 */
export function inventPeople(): readonly [Person, Person, Person] {
  const first = Math.floor(Math.random() * 990);
  const people = FIRSTNAMES.map((firstname, at) => ({
    firstname,
    lastname: inventName(),
    phone: `+493023125${String(first + at).padStart(3, "0")}`,
    dob: `198${at}-04-1${at}`,
    email: `${firstname.toLowerCase()}.${first + at}@conformance.invalid`,
  }));
  return people as unknown as readonly [Person, Person, Person];
}

const CONSONANTS = "bdfgklmnprst";
const VOWELS = "aeiou";

/** Four syllables, which the ear can take: Bakotumi. */
function inventName(): string {
  const pick = (letters: string) => letters[Math.floor(Math.random() * letters.length)]!;
  const name = Array.from({ length: 4 }, () => pick(CONSONANTS) + pick(VOWELS)).join("");
  return name[0]!.toUpperCase() + name.slice(1);
}

/** What the product wants to know about booker and participant; the booker attends. */
export function peopleOf(person: Person, { bookerInfo, participantInfo }: RequiredInfo) {
  const known: Readonly<Record<string, string>> = { ...ADDRESS, ...person };
  const told = (fields: readonly string[]) =>
    Object.fromEntries(
      [...new Set(["firstname", "lastname", "phone", ...fields])].flatMap((field) => {
        const value = known[field === "lastlame" ? "lastname" : field];
        return value === undefined ? [] : [[field, value]];
      }),
    );
  const booker = told([...bookerInfo, ...participantInfo]);
  return { booker, participant: booker };
}
