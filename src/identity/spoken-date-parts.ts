import { type Spoken, spokenTokens } from "./spoken-numbers.ts";

/** Which of day and month comes first where only the order tells. */
export type DateOrder = "day first" | "month first" | "unknown";

/** A reading of what was said; whether such a day exists is not asked here. */
export interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  /** False for two digits of a year. */
  readonly hasCentury: boolean;
}

/** Readings that stand beside each other; the next ones count only when none of these is a day. */
export type Readings = readonly DateParts[];

/** All readings of a date in a text, the likeliest first. */
export function dateReadings(text: string, order: DateOrder): readonly (readonly Readings[])[] {
  const tokens = spokenTokens(text.replace(/\bmay(?=\d)/gi, "may "));
  return alternativesIn(tokens).map((one) => readingsIn(one, text, order));
}

/**
 * What is said on either side of an "oder": what follows stands in the place of the last of its kind before, in "3. oder
 * 4. April 1985" as in "April 1962 oder 63", unless it is a date of its own.
 */
function alternativesIn(tokens: readonly Spoken[]): readonly (readonly Spoken[])[] {
  const at = tokens.findIndex((token) => token.kind === "word" && OR.has(token.text));
  const before = tokens.slice(0, Math.max(at, 0));
  const after = tokens.slice(at + 1);
  const instead = after.findIndex(tells);
  if (at === -1 || instead === -1 || !before.some(tells)) return [tokens];
  const first = [...before, ...after.slice(0, instead), ...after.slice(instead + 1)];
  if (isWhole(after)) return [isWhole(before) ? before : first, after];
  const last = before.findLastIndex((token) => tells(token) && token.kind === after[instead]!.kind);
  const second = [...before.slice(0, last), ...after.slice(instead, instead + 1), ...before.slice(last + 1)];
  return [first, [...second, ...after.slice(instead + 1)]];
}

const OR = new Set(["oder", "or", "beziehungsweise", "bzw"]);

function tells(token: Spoken): boolean {
  return token.kind === "number" || monthOf(token) !== undefined;
}

/** Whether there are at least a day, a month and a year, or all of them in one number. */
function isWhole(tokens: readonly Spoken[]): boolean {
  const telling = tokens.filter(tells);
  return telling.length >= 3 || telling.some((token) => token.kind === "number" && token.digits.length >= 6);
}

function readingsIn(tokens: readonly Spoken[], text: string, order: DateOrder): readonly Readings[] {
  const named = tokens.findIndex((token) => monthOf(token) !== undefined);
  if (named !== -1) return [withMonthName(tokens, named)];
  const numbers = tokens.filter((token) => token.kind === "number");
  const readings = (one: Order) => inOrder(numbers, one);
  const isSaid = order === "day first" && /\p{Letter}/u.test(text) && !/\d\s?[/.-]\s?\d/.test(text);
  const yearFirst = readings(isSaid ? "ydm" : "ymd");
  if (numbers[0]?.digits.length === 4 && numbers.length > 2) return [yearFirst];
  return [...ordersFor(text, order).map((tier) => tier.flatMap(readings)), yearFirst];
}

/** A year said first leaves day and month in their order. */
type Order = "dmy" | "mdy" | "ymd" | "ydm";

/** Dots are day first, as is "the third of the fourth"; what is spoken in German is, too. */
function ordersFor(text: string, order: DateOrder): readonly (readonly Order[])[] {
  if (/\d\s?\.\s?\d/.test(text) || /\bof\b/i.test(text)) return [["dmy"]];
  if (order === "unknown") return [["dmy", "mdy"]];
  if (order === "month first") return [["mdy"], ["dmy"]];
  return /\d\s?[/-]\s?\d/.test(text) || !/\p{Letter}/u.test(text) ? [["dmy"], ["mdy"]] : [["dmy"]];
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  `januar jan january jaenner jänner janner;februar feb february feber;märz maerz marz mrz mär march mar;april apr;mai may;juni jun june juno;juli jul july julei;august aug;september sep sept;oktober okt october oct;november nov;dezember dez december dec`
    .split(";")
    .flatMap((names, at) => names.split(" ").map((name): [string, number] => [name, at + 1])),
);

function monthOf(token: Spoken | undefined): number | undefined {
  return token?.kind === "word" ? MONTHS.get(token.text) : undefined;
}

type Digits = Extract<Spoken, { kind: "number" }>;

/** Day before or after the month's name, the year at either end. */
function withMonthName(tokens: readonly Spoken[], named: number): Readings {
  const month = monthOf(tokens[named])!;
  const before = tokens.slice(0, named).filter((token) => token.kind === "number");
  const after = tokens.slice(named + 1).filter((token) => token.kind === "number");
  const splits: (readonly [readonly Digits[], readonly Digits[]])[] = [];
  if (before.length === 0)
    for (let at = 1; at < after.length; at += 1) splits.push([after.slice(0, at), after.slice(at)]);
  else if (after.length > 0) splits.push([before, after], [after, before]);
  else for (let at = 1; at < before.length; at += 1) splits.push([before.slice(at), before.slice(0, at)]);
  for (const [days, years] of splits) {
    const day = dayOrMonth(days);
    const year = yearOf(years);
    if (day !== undefined && day <= 31 && year !== undefined) return [{ day, month, ...year }];
  }
  return [];
}

const MOST_NUMBERS = 8;

/** Numbers alone: each of day, month and year may be said in several, or all run together. */
function inOrder(numbers: readonly Digits[], order: Order): Readings {
  if (numbers.length < 3) return runTogether(numbers.map(({ digits }) => digits).join(""), order);
  if (numbers.length > MOST_NUMBERS) return [];
  const readings: DateParts[] = [];
  for (let one = 1; one < numbers.length - 1; one += 1) {
    for (let two = one + 1; two < numbers.length; two += 1) {
      const parts = [numbers.slice(0, one), numbers.slice(one, two), numbers.slice(two)] as const;
      const reading = inParts(parts, order);
      if (reading !== undefined) readings.push(reading);
    }
  }
  return readings;
}

function inParts(
  [first, second, third]: readonly [readonly Digits[], readonly Digits[], readonly Digits[]],
  order: Order,
): DateParts | undefined {
  const [days, months, years] =
    order === "dmy"
      ? [first, second, third]
      : order === "mdy"
        ? [second, first, third]
        : order === "ymd"
          ? [third, second, first]
          : [second, third, first];
  const day = dayOrMonth(days);
  const month = dayOrMonth(months);
  const year = yearOf(years);
  if (day === undefined || month === undefined || year === undefined || day > 31 || month > 12)
    return undefined;
  return { day, month, ...year };
}

function dayOrMonth(numbers: readonly Digits[]): number | undefined {
  const [one, two] = numbers;
  if (one === undefined || numbers.length > 2) return undefined;
  if (two === undefined) return one.digits.length <= 2 && one.value > 0 ? one.value : undefined;
  if (one.digits.length !== 1 || two.digits.length !== 1) return undefined;
  return Number(one.digits + two.digits) || undefined;
}

/** 1985, 85, nineteen eighty five, twenty oh five, two thousand (and) five, one nine eight five. */
function yearOf(numbers: readonly Digits[]): { year: number; hasCentury: boolean } | undefined {
  const digits = numbers.map((number) => number.digits);
  const [first = ""] = digits;
  const all = digits.join("");
  if (first === "2000" && numbers.length > 1) {
    const rest = digits.slice(1).join("");
    return rest.length <= 2 ? { year: 2000 + Number(rest), hasCentury: true } : undefined;
  }
  const isWhole =
    numbers.length === 1 || first === "19" || first === "20" || digits.every((one) => one.length === 1);
  if (!isWhole) return undefined;
  if (all.length === 4) return { year: Number(all), hasCentury: true };
  return all.length === 2 ? { year: Number(all), hasCentury: false } : undefined;
}

const YEAR_FIRST = [/^(\d{4})(\d{2})(\d{2})$/];
const YEAR_LAST = [
  /^(\d{2})(\d{2})(\d{4})$/,
  /^(\d{2})(\d{2})(\d{2})$/,
  /^(\d{2})(\d)(\d{4})$/,
  /^(\d)(\d{2})(\d{4})$/,
];

function runTogether(digits: string, order: Order): Readings {
  return (order === "ymd" || order === "ydm" ? YEAR_FIRST : YEAR_LAST).flatMap((form) => {
    const parts = form.exec(digits)?.slice(1).map(asDigits);
    const reading = parts && inParts([[parts[0]!], [parts[1]!], [parts[2]!]], order);
    return reading ?? [];
  });
}

function asDigits(digits: string): Digits {
  return { kind: "number", value: Number(digits), digits, isOrdinal: false };
}
