/** Members that tell who somebody is, wherever they stand. */
const PERSONAL = new Set([
  "firstname",
  "lastname",
  "lastlame",
  "email",
  "dob",
  "phone",
  "street",
  "zip",
  "city",
  "country",
]);

const MASK = "***";

/** Longer lists are kept by their beginning: eighty slots tell no more than three. */
const KEPT_ITEMS = 3;

/** A copy for the call log: personal members masked, long lists cut. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.slice(0, KEPT_ITEMS).map(masked);
    return value.length > KEPT_ITEMS ? [...kept, `… ${value.length - KEPT_ITEMS} more`] : kept;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      PERSONAL.has(name) && member !== null && member !== undefined ? MASK : masked(member),
    ]),
  );
}
