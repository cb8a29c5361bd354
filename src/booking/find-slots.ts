import { bookableSpan } from "../scheduling/availability.ts";
import { type Day, parseDate } from "../scheduling/calendar-date.ts";
import type { Minute } from "../scheduling/range.ts";
import { spreadOut } from "../scheduling/spread-out.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { OPEN_END, understandTime } from "../time-query/understand-time.ts";
import { parseTimestamp } from "../time-query/when.ts";
import { reachBooking } from "./changeable.ts";
import type { Caller, Desk } from "./desk.ts";
import { type Search, startsOfDay } from "./free-slots.ts";
import { openingHours } from "./opening-hours.ts";
import { done, type Outcome, type Refused, refused, type UnusableTime } from "./outcome.ts";
import { reachOffer, type Wish } from "./reach.ts";
import { type SlotKind, slotKindOf } from "./slot.ts";
import { startsInTime } from "./starts-in-time.ts";
import { conventionsOf } from "./time-words.ts";

export interface FindSlots extends Wish {
  readonly entityId?: string | undefined;
  /** Date, timestamp or time query. */
  readonly dateTime: string;
  /** IANA name of the zone to name the slots in; undefined: the entity's. */
  readonly timezone?: string | undefined;
  /** An appointment that "later than my appointment" refers to; its own time counts as free. */
  readonly bookingId?: string | undefined;
}

export interface FoundSlots {
  /** Soonest first. The very same list as before when the same day was asked for and nothing has changed. */
  readonly starts: readonly Minute[];
  readonly kind: SlotKind;
  /** In which to name them. */
  readonly zone: TimeZone;
  /** What words were taken for; undefined for a date and a timestamp, which mean what they say. */
  readonly understood?: UnderstoodTime | undefined;
}

/** In the entity's language. */
export interface UnderstoodTime {
  /** "Dienstag, 1. Dezember, ab 14:30 Uhr" */
  readonly sentence: string;
  /** The readings that were not chosen. */
  readonly ambiguities: readonly string[];
}

/** The starts that can be booked in the asked time, soonest first; for a caller who wants few, a few of them. */
export async function findSlots(desk: Desk, caller: Caller, query: FindSlots): Promise<Outcome<FoundSlots>> {
  const offer = await reachOffer(desk, caller, query.entityId, query);
  if (!offer.ok) return offer;
  const { business } = offer.value;
  const shown = query.timezone === undefined ? business.zone : TimeZone.named(query.timezone);
  if (shown === undefined) {
    const message = "is no IANA time zone name, such as Europe/Berlin";
    return refused("invalid_request", { issues: [{ path: "timezone", message }] });
  }
  let reference: Minute | undefined;
  if (query.bookingId !== undefined) {
    const reached = await reachBooking(desk, caller, query.entityId, query.bookingId);
    if (!reached.ok) return reached;
    reference = reached.value.booking.start;
  }
  const now = desk.now();
  const search: Search = {
    offer: offer.value,
    agentId: query.agentId,
    now,
    movingBookingId: query.bookingId,
  };
  const found = (all: readonly Minute[], understood?: UnderstoodTime, isSoonest = false) => {
    const { maxSlots } = caller;
    const few = (most: number) => (isSoonest ? firstOf(all, most) : spreadOut(all, most, business.zone));
    const starts = maxSlots == null ? all : few(maxSlots);
    const kind = slotKindOf(business, offer.value.product, query.agentId);
    return done({ starts, kind, zone: shown, understood });
  };
  const text = query.dateTime.trim();
  const day = parseDate(text);
  if (day !== undefined) return found(await startsOfBookableDay(desk, search, day));
  const instant = instantOf(text, business.zone);
  if (instant !== undefined) {
    const starts = await startsOfBookableDay(desk, search, business.zone.dayOf(Math.floor(instant / 60_000)));
    return found(starts.filter((start) => start * 60_000 >= instant));
  }
  const answer = understandTime({
    text,
    language: business.language,
    zone: business.zone,
    now,
    ...business.region,
    openingHours: (asked) => openingHours(business, offer.value.agents, asked),
    reference,
    conventions: business.timeWords && conventionsOf(business.timeWords, business.language),
  });
  if (answer.kind !== "understood") {
    return refuseTime(answer.kind === "unknown" ? "unknown" : answer.reason);
  }
  const { ranges, isOpenQuery: isOpen, isSoonest, sentence } = answer;
  const time = { ranges, isOpen, isEndless: ranges.at(-1)!.end >= OPEN_END };
  const starts = await startsInTime(desk, search, time, caller.maxSlots ?? 0);
  const ambiguities = answer.ambiguities.map((one) => one.sentence);
  return found(starts, { sentence, ambiguities }, isSoonest);
}

/** The very same list where all of it is wanted. */
function firstOf(starts: readonly Minute[], most: number): readonly Minute[] {
  return starts.length <= most ? starts : starts.slice(0, most);
}

const NOTHING: Promise<readonly Minute[]> = Promise.resolve([]);

function startsOfBookableDay(desk: Desk, search: Search, day: Day): Promise<readonly Minute[]> {
  const { zone } = search.offer.business;
  const { earliest, latest } = bookableSpan(search.offer.business, search.now);
  if (zone.startOf(day + 1) <= earliest || zone.startOf(day) > latest) return NOTHING;
  return startsOfDay(desk, search, day);
}

const UNUSABLE: Readonly<Record<UnusableTime, string>> = {
  unknown: "is neither a date (2026-12-01), a timestamp, nor words about a time that are understood",
  no_such_date: "names a date that does not exist",
  past: "names a time that is over",
};

/** For who builds the bot; it repeats nothing of what a caller said, which may be anything. */
function refuseTime(time: UnusableTime): Refused {
  return refused("invalid_request", { issues: [{ path: "dateTime", message: UNUSABLE[time] }], time });
}

/** Of a timestamp, in epoch milliseconds; undefined for any other text. */
function instantOf(text: string, zone: TimeZone): number | undefined {
  return /^\d{4}-\d{2}-\d{2}T/i.test(text) ? parseTimestamp(text.toUpperCase(), zone) : undefined;
}
