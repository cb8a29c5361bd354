import { get } from "../../api/client.ts";
import { addMinutes, clockOf, localOf } from "../../time.ts";

export const DAY_PARTS = ["all", "morning", "afternoon"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Shown at once. */
const PAGE = 8;
/** The most that the server gives. */
const MOST_AT_ONCE = 50;
/** A fortnight of quarters of an hour; whoever wants a later one asks for more. */
const MOST_ASKED = 10;

const isIn = (part: DayPart, start: string) =>
  part === "all" || clockOf(start) < "12:00" === (part === "morning");

export interface FreePage {
  /** Timestamps, soonest first. */
  readonly starts: readonly string[];
  /** From when on there may be more; local, without an offset. */
  readonly next: string | undefined;
}

/** The next free starts in that part of the day. The server knows no parts: it is asked until there are enough. */
export async function freeTimes(
  {
    part,
    ...wish
  }: {
    readonly productId: string;
    readonly agentId: string | undefined;
    readonly after: string | undefined;
    readonly bookingId: string | undefined;
    readonly part: DayPart;
  },
  signal: AbortSignal,
): Promise<FreePage> {
  const limit = part === "all" ? PAGE : MOST_AT_ONCE;
  const found: string[] = [];
  let { after } = wish;
  for (let asked = 0; asked < MOST_ASKED && found.length < PAGE; asked += 1) {
    const { data } = await get<{ items: { start: string }[] }>(
      "/next-free",
      { ...wish, after, limit },
      signal,
    );
    const starts = data.items.map(({ start }) => start);
    found.push(...starts.filter((start) => isIn(part, start)));
    after = starts.length < limit ? undefined : following(starts.at(-1)!);
    if (after === undefined) break;
  }
  const shown = found.slice(0, PAGE);
  return { starts: shown, next: found.length > PAGE ? following(shown.at(-1)!) : after };
}

const following = (start: string) => addMinutes(localOf(start), 1);
