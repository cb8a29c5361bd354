import type { PlayedCall } from "./play-call.ts";

export interface Known {
  /** How often the caller said yes to what was read back. */
  readonly confirmed: number;
  /** What the business has stored about people. */
  readonly stored: readonly Readonly<Record<string, string>>[];
  /** What the caller may have told themselves, and the bot may repeat. */
  readonly told: readonly string[];
}

const WRITES = new Set(["bookAppointment", "modifyAppointment", "cancelAppointment"]);
const LONGEST_CALL = 80;

/** What must hold in every call, whatever the caller does. */
export function invariantFaults(call: PlayedCall, { confirmed, stored, told }: Known): string[] {
  return [...unconfirmed(call, confirmed), ...readOut(call, stored, told), ...endless(call)];
}

function unconfirmed({ exchanges }: PlayedCall, confirmed: number): string[] {
  const written = exchanges.filter(({ action, status }) => WRITES.has(action) && status === 200).length;
  return written > confirmed ? [`wrote ${written} times after ${confirmed} confirmations`] : [];
}

/** Birth dates, numbers, addresses of the card index; names are what callers say of themselves. */
function readOut({ said }: PlayedCall, stored: Known["stored"], told: readonly string[]): string[] {
  const all = said.join("\n");
  const digits = digitsOnly(all);
  return stored.flatMap((person) =>
    ["email", "street", "dob", "phone"].flatMap((field) => {
      const value = person[field];
      if (value === undefined || told.includes(value)) return [];
      const spoken =
        field === "dob" ? [value, ...SPOKEN_DATES.map((date) => date.format(Date.parse(value)))] : [value];
      const isSaid =
        spoken.some((one) => all.includes(one)) ||
        (field === "phone" && digits.includes(digitsOnly(value).slice(2)));
      return isSaid ? [`read out the ${field} of ${person.id}`] : [];
    }),
  );
}

const SPOKEN_DATES = ["de", "en"].map(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
);

export function digitsOnly(text: string): string {
  return text.replace(/\D/g, "");
}

function endless({ said }: PlayedCall): string[] {
  return said.length > LONGEST_CALL ? [`went on for ${said.length} sentences`] : [];
}
