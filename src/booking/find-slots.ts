import { bookableSpan } from "../scheduling/availability.ts";
import type { Minute } from "../scheduling/range.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { understandWhen } from "../time-query/when.ts";
import type { Caller, Desk } from "./desk.ts";
import { type Search, soonestSlots, startsOfDay } from "./free-slots.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { reachOffer, type Wish } from "./reach.ts";
import { type SlotKind, slotKindOf } from "./slot.ts";

export interface FindSlots extends Wish {
  readonly entityId?: string | undefined;
  /** Date, timestamp or time query. */
  readonly dateTime: string;
  /** IANA name of the zone to name the slots in; undefined: the entity's. */
  readonly timezone?: string | undefined;
}

export interface FoundSlots {
  /** Soonest first. The very same list as before when the same day was asked for and nothing has changed. */
  readonly starts: readonly Minute[];
  readonly kind: SlotKind;
  /** In which to name them. */
  readonly zone: TimeZone;
}

/** The starts that can be booked in the asked time, soonest first. */
export async function findSlots(desk: Desk, caller: Caller, query: FindSlots): Promise<Outcome<FoundSlots>> {
  const offer = await reachOffer(desk, caller, query.entityId, query);
  if (!offer.ok) return offer;
  const { business } = offer.value;
  const shown = query.timezone === undefined ? business.zone : TimeZone.named(query.timezone);
  if (shown === undefined) {
    const message = "is no IANA time zone name, such as Europe/Berlin";
    return refused("invalid_request", { issues: [{ path: "timezone", message }] });
  }
  const now = desk.now();
  const when = understandWhen(query.dateTime, { zone: business.zone, language: business.language, now });
  if (when === undefined) {
    const message = "is neither a date (2026-12-01), a timestamp, nor a phrase that is understood";
    return refused("invalid_request", { issues: [{ path: "dateTime", message }] });
  }
  const search: Search = { offer: offer.value, agentId: query.agentId, now };
  const kind = slotKindOf(business, offer.value.product, query.agentId);
  const found = (starts: readonly Minute[]) => done({ starts, kind, zone: shown });
  if (when.kind === "soonest") {
    const slots = await soonestSlots(desk, search, Math.ceil(now / 60_000));
    return found(slots.map((slot) => slot.start));
  }
  const { start, end } = when.range;
  const { earliest, latest } = bookableSpan(business, now);
  if (end <= earliest || start > latest) return found([]);
  const day = business.zone.dayOf(end - 1);
  const starts = await startsOfDay(desk, search, day);
  return found(start <= business.zone.startOf(day) ? starts : starts.filter((one) => one >= start));
}
