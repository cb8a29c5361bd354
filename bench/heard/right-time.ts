/** A reading of a time, as `slotline explain time --jsonl` writes it: local times, `end` exclusive, null for open. */
export interface ReadTime {
  readonly kind: "date" | "datetime" | "interval" | "invalid" | "unknown";
  readonly start: string | null;
  readonly end: string | null;
}

/** A phrase and what a person takes it for. */
export interface HeardTime {
  readonly id: string;
  readonly text: string;
  readonly lang: "de" | "en";
  readonly reference: string;
  readonly timezone: string;
  readonly expect: ReadTime;
  /** Further readings that are as good. */
  readonly accept?: readonly ReadTime[];
  /** Where a part of a day or of a month begins and ends is a matter of convention. */
  readonly tolerance?: "part-of-day";
}

const MINUTE = 1;
const DAY = 1_440;
/** Of the edges of a part of a month or a week. */
const MOST_SLACK = 5 * DAY;

/** Whether the phrase was read as a person would, or in one of the ways that are as good. */
export function isRight(phrase: HeardTime, got: ReadTime): boolean {
  return [phrase.expect, ...(phrase.accept ?? [])].some((expected) => isReading(phrase, expected, got));
}

function isReading({ reference, tolerance }: HeardTime, expected: ReadTime, got: ReadTime): boolean {
  if (expected.kind === "invalid" || expected.kind === "unknown") return got.kind === expected.kind;
  const [now, from, to] = [minuteOf(reference)!, minuteOf(expected.start)!, minuteOf(expected.end)];
  const start = minuteOf(got.start);
  if (start === null) return false;
  if (expected.kind === "datetime") return got.kind === "datetime" && start === from;
  if (got.kind !== "date" && got.kind !== "interval") return false;
  const end = minuteOf(got.end);
  // Of what has begun ("this week") only the rest is left.
  const hasBegun = from < now && (to === null || now < to);
  if ((start === from || (hasBegun && start === now)) && end === to) return true;
  if (tolerance === undefined || to === null || end === null || start >= to || end <= from) return false;
  if (to - from > DAY) {
    const slack = Math.min(Math.max(DAY, (to - from) / 2), MOST_SLACK);
    return Math.abs(start - from) <= slack && Math.abs(end - to) <= slack;
  }
  const days = [from, to - MINUTE].map(dayOf) as [number, number];
  const isWithin = (minute: number) => days[0] <= dayOf(minute) && dayOf(minute) <= days[1];
  return got.kind === "interval" && end - start < DAY && isWithin(start) && isWithin(end - MINUTE);
}

function dayOf(minute: number): number {
  return Math.floor(minute / DAY);
}

/** By the wall clock; only compared with others of the same zone. */
function minuteOf(text: string | null): number | null {
  return text === null ? null : Date.parse(`${text}Z`) / 60_000;
}
