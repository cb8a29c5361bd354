/** Members that tell who somebody is, wherever they stand. */
const PERSONAL = new Set([
  "firstname",
  "lastname",
  "lastlame",
  "email",
  "dob",
  "pin",
  "phone",
  "callerNumber",
  "street",
  "zip",
  "city",
  "country",
]);

/** Members that are a person: only the id of one is fit to keep, whatever form it came in. */
const PEOPLE = new Set(["booker", "participant", "user"]);

/** Members that are a point in time, or else the words of a caller, who may have said anything. */
const TIMES = new Set(["dateTime"]);

const TIME = /^[\dT:.,+\-Zz[\]]{1,40}$/;

const MASK = "***";

/** Longer lists are kept by their beginning: eighty slots tell no more than three. */
export const KEPT_ITEMS = 3;

/** A copy for the call log: personal members masked, long lists cut. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.slice(0, KEPT_ITEMS).map(masked);
    return value.length > KEPT_ITEMS ? [...kept, more(value.length - KEPT_ITEMS)] : kept;
  }
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) copy[name] = maskedMember(name, member);
  return copy;
}

/** The same of those members alone, in their order. */
export function maskedMembers(value: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  const copy: Record<string, unknown> = {};
  for (const name of names) if (value[name] !== undefined) copy[name] = maskedMember(name, value[name]);
  return copy;
}

/** What stands in a list for the items that were left out. */
export function more(items: number): string {
  return `… ${items} more`;
}

function maskedMember(name: string, member: unknown): unknown {
  // That nothing was said may be seen.
  if (member === null || member === undefined || member === "") return member;
  if (PERSONAL.has(name)) return MASK;
  if (TIMES.has(name)) return typeof member === "string" && TIME.test(member) ? member : MASK;
  return PEOPLE.has(name) ? maskedPerson(member) : masked(member);
}

function maskedPerson(person: unknown): unknown {
  if (typeof person !== "object" || person === null || Array.isArray(person)) return MASK;
  return Object.fromEntries(
    Object.entries(person)
      .filter(([name]) => name === "id" || PERSONAL.has(name))
      .map(([name, member]) => [
        name,
        member === null || member === "" || (name === "id" && typeof member === "string") ? member : MASK,
      ]),
  );
}
