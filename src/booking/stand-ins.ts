import { refusalOf } from "../scheduling/availability.ts";
import type { Agent, Business } from "../scheduling/business.ts";
import { overlaps, type Range } from "../scheduling/range.ts";
import type { BookingRecord } from "../store/store.ts";

import { productForDesk } from "./book.ts";
import type { Caller, Desk } from "./desk.ts";
import { occupancyQuery } from "./free-slots.ts";
import { done, type Outcome } from "./outcome.ts";
import { reachOffer } from "./reach.ts";

/**
 * Who else could perform the booking at its own time: works then, is not absent and has nothing else. Neither the grid of
 * starts nor notice count: the time is the client's already.
 */
export async function standIns(
  desk: Desk,
  caller: Caller,
  booking: BookingRecord,
): Promise<Outcome<readonly Agent[]>> {
  const { appointmentTypeId, productId, start, end } = booking;
  const wish = { appointmentTypeId, productId, agentId: undefined };
  const offer = await reachOffer(desk, caller, undefined, wish);
  if (!offer.ok) return offer;
  const { business } = offer.value;
  const product = productForDesk(offer.value.product, { durationMinutes: end - start });
  const day = business.zone.dayOf(start);
  const occupancy = await desk.store.occupancy(
    caller.accountId,
    occupancyQuery({ ...offer.value, product }, day, day),
  );
  const free = offer.value.agents.filter(
    (agent) =>
      agent.id !== booking.agentId &&
      isThere(agent, business, { start, end }) &&
      refusalOf(
        {
          business,
          product,
          agent,
          occupancy,
          now: desk.now(),
          movingBookingId: booking.id,
          isOverruled: true,
        },
        start,
      ) === undefined,
  );
  return done(free);
}

function isThere(agent: Agent, { zone }: Business, range: Range): boolean {
  const runs = agent.workingTime.runsOn(zone.dayOf(range.start));
  return (
    runs.some((run) => run.start <= range.start && range.end <= run.end) &&
    !agent.absences.some((absence) => overlaps(absence, range))
  );
}
