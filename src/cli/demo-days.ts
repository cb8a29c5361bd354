import { bookAtDesk } from "../booking/book-at-desk.ts";
import { cancelAtDesk } from "../booking/cancel-at-desk.ts";
import type { Caller, Desk } from "../booking/desk.ts";
import { reachOwner } from "../booking/reach.ts";
import type { ClientDetails } from "../identity/client.ts";
import type { RunningServer } from "../main.ts";
import type { Business } from "../scheduling/business.ts";
import { type Day, formatDate } from "../scheduling/calendar-date.ts";
import { DEMO } from "../staff-api/who-did.ts";

/** Minute of the day, agent, product. */
type Visit = readonly [minute: number, agentId: string, productId: string];

const [MAX, HANS, AYSE] = ["agId1", "agId2", "agId3"] as const;
const [MASSAGE, LONG_MASSAGE, PHYSIO] = ["prId1", "prId2", "prId3"] as const;

const at = (hour: number, minute = 0) => hour * 60 + minute;

/** One for each of the regulars; whoever does not work then has no appointment. */
const VISITS: readonly Visit[] = [
  [at(8), MAX, MASSAGE],
  [at(9), MAX, PHYSIO],
  [at(9, 30), MAX, LONG_MASSAGE],
  [at(11), MAX, MASSAGE],
  [at(13), MAX, PHYSIO],
  [at(14, 30), MAX, LONG_MASSAGE],
  [at(10, 30), HANS, MASSAGE],
  [at(13, 15), HANS, MASSAGE],
  [at(8, 30), AYSE, PHYSIO],
  [at(10), AYSE, PHYSIO],
  [at(11, 20), AYSE, PHYSIO],
  [at(13, 40), AYSE, PHYSIO],
];

const person = (firstname: string, lastname: string, phone: string) => ({ firstname, lastname, phone });

const REGULARS = [
  person("Anna", "Müller", "0341 5551001"),
  person("Lukas", "Schulz", "0341 5551002"),
  person("Katharina", "Schäfer", "0341 5551003"),
  person("Uwe", "Richter", "0341 5551004"),
  person("Mia", "Weber", "0341 5551005"),
  person("Peter", "Kowalski", "0341 5551006"),
  person("Sabine", "Krause", "0341 5551007"),
  person("Helga", "Brandt", "0341 5551008"),
  person("Emre", "Özdemir", "0341 5551009"),
  person("Leonie", "Neumann", "0341 5551010"),
  person("Jürgen", "Hoffmann", "0341 5551011"),
  person("Nora", "Vogel", "0341 5551012"),
];
const NEWCOMER = person("Tobias", "Lehmann", "0341 5551013");
const CALLERS = [person("Gisela", "Braun", "0341 5552001"), person("Selim", "Aydın", "0341 5552002")];

/** What makes them known. */
const EARLIER: readonly Visit[] = REGULARS.map((_, index) => [
  at(8, 20 * index),
  index % 2 === 0 ? MAX : AYSE,
  PHYSIO,
]);

const WEEK_MS = 7 * 86_400_000;
/** Of the first day's visits. */
const CANCELLED = 10;

/**
 * Appointments by staff and phone, so that the demo's calendar looks like one: today and tomorrow, or the first days that are
 * open, and the open day before, booked a week ago, which makes the regulars known. Nothing is by chance. Where there are
 * bookings already, nothing is done.
 */
export async function fillDemoDays(server: RunningServer, accountId: string, key: string): Promise<void> {
  const { desk } = server;
  const lastWeek: Desk = { ...desk, now: () => desk.now() - WEEK_MS };
  const staff: Caller = {
    accountId,
    entityIds: null,
    actor: DEMO,
    isStaff: true,
  };
  const reached = await reachOwner(desk, staff, undefined, "product", MASSAGE);
  if (!reached.ok) return;
  const business = reached.value;
  // Not by whether the account is new: the server that made it may have ended before it got here.
  if (await hasBookings(desk, business)) return;
  const today = business.zone.dayOf(Math.floor(desk.now() / 60_000));
  const before = nextOpenDay(business, today - 1, -1);
  const first = nextOpenDay(business, today, 1);
  const second = nextOpenDay(business, first + 1, 1);

  const book = async (bookedOn: Desk, day: Day, visit: Visit, booker: ClientDetails) => {
    const [minute, agentId, productId] = visit;
    const start = business.zone.instantAt(day, minute);
    if (!works(business, agentId, day, start)) return undefined;
    const booked = await bookAtDesk(bookedOn, staff, {
      ...{ productId, agentId, start, booker },
      // Also what is over, and what begins within the notice that callers must give.
      isOverruled: true,
      ...{ durationMinutes: undefined, participant: undefined, idempotency: undefined },
    });
    return booked.ok ? booked.value.bookingId : undefined;
  };
  for (const [index, booker] of REGULARS.entries()) await book(lastWeek, before, EARLIER[index]!, booker);
  for (const [turn, day] of [first, second].entries()) {
    for (const [index, visit] of VISITS.entries()) {
      const id = await book(desk, day, visit, REGULARS[(index + turn * 5) % REGULARS.length]!);
      if (day === first && index === CANCELLED && id !== undefined) await cancelAtDesk(desk, staff, id);
    }
  }
  await book(desk, first, [at(10, 40), AYSE, PHYSIO], NEWCOMER);
  for (const [index, booker] of CALLERS.entries())
    await callBot(server, key, `demo-${index + 1}`, `${formatDate(second)}T10:00`, booker);
}

async function hasBookings({ store }: Desk, { accountId, entityId }: Business): Promise<boolean> {
  const range = { start: 0, end: 1_000_000_000 };
  return (await store.bookingsBetween(accountId, { entityId, range, most: 1 })).length > 0;
}

/** A call as the log of calls then shows it: who asks for a time on that day gets the first one. */
async function callBot(
  { app }: RunningServer,
  key: string,
  callId: string,
  dateTime: string,
  booker: object,
) {
  const ask = async (body: object) => {
    const headers = { "x-call-id": callId };
    return (await app.inject({ method: "POST", url: `/webhook/${key}`, headers, payload: body })).json();
  };
  const wish = { appointmentTypeId: "abc1", productId: MASSAGE };
  await ask({ action: "getEntityForSipId", sipId: "phoneSipId12345678" });
  const [slot] = await ask({ action: "getSlots", ...wish, dateTime });
  if (slot === undefined) return;
  await ask({ action: "bookAppointment", ...wish, slotId: slot.avId, start: slot.slotStart, booker });
}

function works(business: Business, agentId: string, day: Day, start: number): boolean {
  const runs = business.agents.get(agentId)?.workingTime.runsOn(day) ?? [];
  return runs.some((run) => run.start <= start && start < run.end);
}

/** From that day on in that direction. */
function nextOpenDay(business: Business, day: Day, step: 1 | -1): Day {
  for (let tried = day; Math.abs(tried - day) < 30; tried += step) {
    if (works(business, MAX, tried, business.zone.instantAt(tried, at(9)))) return tried;
  }
  return day;
}
