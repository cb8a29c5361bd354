import { describe, expect, it } from "vitest";
import {
  agentBookingsOn,
  bookableSpan,
  candidateStarts,
  chooseResources,
  freeStarts,
  refusalOf,
  type Situation,
  seatsTaken,
  windowOf,
} from "./availability.ts";
import type { Absence, Agent, Business, Product } from "./business.ts";
import { parseDate, WEEKDAYS } from "./calendar-date.ts";
import { parseHours } from "./hours-text.ts";
import { agentSubject, type Claim, classShareKey, type ProductStart, resourceSubject } from "./occupancy.ts";
import { parseLocalDateTime, TimeZone } from "./time-zone.ts";
import { WorkingTime } from "./working-time.ts";

const zone = TimeZone.named("Europe/Berlin")!;
const DATE = "2026-06-10";
const DAY = parseDate(DATE)!;

/** That time on the day that these tests are about, or on the date given. */
function at(time: string, date = DATE): number {
  return parseLocalDateTime(`${date}T${time}`, zone)!;
}

function clockOf(start: number): string {
  return zone.format(start).slice(11, 16);
}

interface Details {
  product?: Partial<Product>;
  agent?: Partial<Agent>;
  business?: Partial<Business>;
  claims?: Record<string, Claim[]>;
  productStarts?: ProductStart[];
  now?: number;
  movingBookingId?: string;
}

/** An hour's appointment with somebody who works from 08:00 to 18:00 with a break at noon; nothing is booked. */
function situation(details: Details = {}): Situation {
  const everyDay = (hours: string) => WEEKDAYS.map(() => [parseHours(hours)!]);
  const agent: Agent = {
    id: "max",
    ref: 1,
    subject: agentSubject("max"),
    firstname: "Max",
    lastname: "Mustermann",
    gender: null,
    workingTime: new WorkingTime({
      zone,
      overrides: [],
      seasons: [],
      week: everyDay("08:00-18:00"),
      breaks: everyDay("12:00-13:00"),
      isPublicHoliday: () => false,
    }),
    absences: [],
    maxBookingsPerDay: undefined,
    ...details.agent,
  };
  const product: Product = {
    id: "massage",
    ref: 1,
    typeId: "type",
    name: "Massage",
    description: null,
    price: 0,
    durationMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    slotIntervalMinutes: 30,
    capacity: 1,
    maxBookingsPerDay: undefined,
    needs: [],
    bookerInfo: [],
    participantInfo: [],
    ...details.product,
  };
  const business: Business = {
    accountId: "account",
    entityId: "entity",
    version: 1,
    name: "Physiotherapie",
    disclose: "full",
    zone,
    language: "de",
    currency: "EUR",
    country: undefined,
    region: { country: undefined, state: undefined },
    timeWords: undefined,
    minNoticeMinutes: 60,
    horizonMinutes: 7 * 1_440,
    changeNoticeMinutes: 0,
    verifiedBy: [],
    slotKey: [1, 2, 3, 4],
    agents: new Map([[agent.id, agent]]),
    appointmentTypes: new Map(),
    products: new Map([[product.id, product]]),
    productRefs: new Set([product.ref]),
    pools: new Map([["room", ["room1", "room2"]]]),
    longestClaimMinutes: 240,
    ...details.business,
  };
  return {
    business,
    product,
    agent,
    occupancy: {
      claims: new Map(Object.entries(details.claims ?? {})),
      productStarts: details.productStarts ?? [],
    },
    now: details.now ?? at("08:00", "2026-06-08") * 60_000,
    movingBookingId: details.movingBookingId,
  };
}

function claim(bookingId: string, from: string, to: string, more: Partial<Claim> = {}): Claim {
  return { bookingId, shareKey: bookingId, start: at(from), end: at(to), slotStart: at(from), ...more };
}

function absence(from: string, to: string, kind: Absence["kind"] = "time_off"): Absence {
  return { kind, start: at(from), end: at(to), reason: undefined };
}

const MAX = agentSubject("max");

describe("a start is refused", () => {
  it.each(["07:30", "11:30", "12:30", "17:30", "18:00", "23:00"])("outside working time: %s", (time) => {
    expect(refusalOf(situation(), at(time))).toEqual({ rule: "outside_working_time", taken: false });
  });

  it.each(["08:15", "13:29"])("off the grid: %s", (time) => {
    expect(refusalOf(situation(), at(time))).toEqual({ rule: "off_grid", taken: false });
  });

  it("too soon, when it is inside the notice by a millisecond", () => {
    const now = at("09:00") * 60_000;
    expect(refusalOf(situation({ now }), at("10:00"))).toBeUndefined();
    expect(refusalOf(situation({ now: now + 1 }), at("10:00"))).toEqual({ rule: "too_soon", taken: false });
  });

  it("too far, when it is beyond the horizon by a millisecond", () => {
    const now = at("10:00", "2026-06-03") * 60_000;
    expect(refusalOf(situation({ now }), at("10:00"))).toBeUndefined();
    expect(refusalOf(situation({ now: now - 1 }), at("10:00"))).toEqual({ rule: "too_far", taken: false });
  });

  it.each(["time_off", "closure"] as const)("during a %s, which it names", (kind) => {
    const away = absence("10:30", "11:00", kind);
    const inQuestion = situation({ agent: { absences: [away] } });
    expect(refusalOf(inQuestion, at("10:00"))).toEqual({ rule: "absent", taken: false, absence: away });
    expect(refusalOf(inQuestion, at("11:00"))).toBeUndefined();
    expect(refusalOf(inQuestion, at("09:30"))).toBeUndefined();
  });

  it("when its buffers reach into an absence", () => {
    const buffered = { bufferBeforeMinutes: 10, bufferAfterMinutes: 5 };
    const inQuestion = situation({ product: buffered, agent: { absences: [absence("10:00", "10:30")] } });
    expect(refusalOf(inQuestion, at("09:00"))?.rule).toBe("absent");
    expect(refusalOf(inQuestion, at("10:30"))?.rule).toBe("absent");
    expect(refusalOf(inQuestion, at("11:00"))).toBeUndefined();
  });

  it("when the agent is busy, naming the booking", () => {
    const booked = claim("bk1", "10:00", "11:00");
    const inQuestion = situation({ claims: { [MAX]: [booked] } });
    expect(refusalOf(inQuestion, at("09:30"))).toEqual({ rule: "agent_busy", taken: true, claim: booked });
    expect(refusalOf(inQuestion, at("10:30"))).toEqual({ rule: "agent_busy", taken: true, claim: booked });
    expect(refusalOf(inQuestion, at("09:00"))).toBeUndefined();
    expect(refusalOf(inQuestion, at("11:00"))).toBeUndefined();
  });

  it("when the booking's buffer after and its own before need more than the time between them", () => {
    const booked = claim("bk1", "08:00", "09:15"); // an appointment until 09:00 with 15 minutes after it
    const product = { bufferBeforeMinutes: 15, slotIntervalMinutes: 5 };
    const inQuestion = situation({ product, claims: { [MAX]: [booked] } });
    expect(refusalOf(inQuestion, at("09:25"))).toEqual({ rule: "agent_busy", taken: true, claim: booked });
    expect(refusalOf(inQuestion, at("09:30"))).toBeUndefined();
  });

  it("when the class is full, counting the seats", () => {
    const shareKey = classShareKey("massage", "max", at("10:00"));
    const seat = (id: string) => claim(id, "10:00", "11:00", { shareKey });
    const withSeats = (...ids: string[]) =>
      situation({ product: { capacity: 2 }, claims: { [MAX]: ids.map(seat) } });
    expect(refusalOf(withSeats("bk1"), at("10:00"))).toBeUndefined();
    expect(refusalOf(withSeats("bk1", "bk2"), at("10:00"))).toEqual({
      rule: "class_full",
      taken: true,
      seats: 2,
    });
  });

  it("when another class of the same product has the agent at that time", () => {
    const other = claim("bk1", "10:00", "11:00", { shareKey: classShareKey("massage", "max", at("10:00")) });
    const inQuestion = situation({ product: { capacity: 8 }, claims: { [MAX]: [other] } });
    expect(refusalOf(inQuestion, at("10:30"))).toEqual({ rule: "agent_busy", taken: true, claim: other });
  });

  it("when too few resources of a pool are free, naming a booking that has one", () => {
    const booked = claim("bk1", "10:00", "11:00");
    const claims = { [resourceSubject("room1")]: [booked] };
    const needing = (count: number) => situation({ product: { needs: [{ pool: "room", count }] }, claims });
    expect(refusalOf(needing(1), at("10:30"))).toBeUndefined();
    expect(refusalOf(needing(2), at("10:30"))).toEqual({
      rule: "resource_busy",
      taken: true,
      pool: "room",
      claim: booked,
    });
    expect(refusalOf(needing(2), at("11:00"))).toBeUndefined();
  });

  it("when there is no such pool, naming nobody", () => {
    const inQuestion = situation({ product: { needs: [{ pool: "sauna", count: 1 }] } });
    expect(refusalOf(inQuestion, at("10:00"))).toEqual({
      rule: "resource_busy",
      taken: true,
      pool: "sauna",
      claim: undefined,
    });
  });

  it("when the agent's day is full", () => {
    const inQuestion = situation({
      agent: { maxBookingsPerDay: 2 },
      claims: { [MAX]: [claim("bk1", "08:00", "09:00"), claim("bk2", "09:00", "10:00")] },
    });
    expect(refusalOf(inQuestion, at("15:00"))).toEqual({ rule: "agent_day_full", taken: true, limit: 2 });
    expect(refusalOf(inQuestion, at("15:00", "2026-06-11"))).toBeUndefined();
  });

  it("when the product's day is full, whoever performs it", () => {
    const productStarts = [{ bookingId: "bk1", start: at("08:00") }];
    const inQuestion = situation({ product: { maxBookingsPerDay: 1 }, productStarts });
    expect(refusalOf(inQuestion, at("15:00"))).toEqual({ rule: "product_day_full", taken: true, limit: 1 });
    expect(refusalOf(inQuestion, at("15:00", "2026-06-11"))).toBeUndefined();
  });
});

describe("a booking that is being moved", () => {
  it("leaves its own time free", () => {
    const details = { claims: { [MAX]: [claim("bk1", "10:00", "11:00")] } };
    expect(refusalOf(situation({ ...details, movingBookingId: "bk1" }), at("10:30"))).toBeUndefined();
    expect(refusalOf(situation({ ...details, movingBookingId: "bk2" }), at("10:30"))?.rule).toBe(
      "agent_busy",
    );
  });

  it("leaves its resource free", () => {
    const details = {
      product: { needs: [{ pool: "room", count: 2 }] },
      claims: { [resourceSubject("room2")]: [claim("bk1", "10:00", "11:00")] },
    };
    expect(refusalOf(situation({ ...details, movingBookingId: "bk1" }), at("10:30"))).toBeUndefined();
  });

  it("leaves its seat free", () => {
    const shareKey = classShareKey("massage", "max", at("10:00"));
    const claims = {
      [MAX]: ["bk1", "bk2"].map((id) => claim(id, "10:00", "11:00", { shareKey })),
    };
    const moving = situation({ product: { capacity: 2 }, claims, movingBookingId: "bk1" });
    expect(refusalOf(moving, at("10:00"))).toBeUndefined();
    expect(seatsTaken(moving, at("10:00"))).toBe(1);
  });

  it("does not count towards the limits of the day", () => {
    const details = {
      agent: { maxBookingsPerDay: 1 },
      product: { maxBookingsPerDay: 1 },
      claims: { [MAX]: [claim("bk1", "10:00", "11:00")] },
      productStarts: [{ bookingId: "bk1", start: at("10:00") }],
    };
    expect(refusalOf(situation(details), at("15:00"))?.rule).toBe("agent_day_full");
    expect(refusalOf(situation({ ...details, movingBookingId: "bk1" }), at("15:00"))).toBeUndefined();
  });
});

describe("candidate starts", () => {
  it("follow the interval from each opening and each end of a break, as long as the appointment fits", () => {
    const { business, agent, product } = situation({ product: { slotIntervalMinutes: 45 } });
    expect(candidateStarts(business, agent, product, DAY).map(clockOf)).toEqual([
      ...["08:00", "08:45", "09:30", "10:15", "11:00"],
      ...["13:00", "13:45", "14:30", "15:15", "16:00", "16:45"],
    ]);
  });

  it("are not shifted by absences and bookings", () => {
    const inQuestion = situation({
      agent: { absences: [absence("08:00", "08:10")] },
      claims: { [MAX]: [claim("bk1", "09:00", "10:05")] },
    });
    const { business, agent, product } = inQuestion;
    const starts = freeStarts(inQuestion, DAY, candidateStarts(business, agent, product, DAY));
    expect(starts.map(clockOf).slice(0, 3)).toEqual(["10:30", "11:00", "13:00"]);
  });

  it("may have buffers that reach outside working time", () => {
    const inQuestion = situation({ product: { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 } });
    expect(refusalOf(inQuestion, at("08:00"))).toBeUndefined();
    expect(refusalOf(inQuestion, at("11:00"))).toBeUndefined();
  });
});

describe("free starts", () => {
  it("are those that are not refused, from the notice to the horizon", () => {
    const inQuestion = situation({
      now: at("13:01") * 60_000,
      claims: { [MAX]: [claim("bk1", "15:00", "16:00")] },
    });
    const { business, agent, product } = inQuestion;
    const starts = freeStarts(inQuestion, DAY, candidateStarts(business, agent, product, DAY));
    expect(starts.map(clockOf)).toEqual(["16:00", "16:30", "17:00"]);
  });

  it("are none on a day that is full", () => {
    const inQuestion = situation({ agent: { maxBookingsPerDay: 0 } });
    expect(freeStarts(inQuestion, DAY, [at("10:00")])).toEqual([]);
  });
});

describe("bookable span", () => {
  it("is whole minutes inside notice and horizon", () => {
    const { business } = situation();
    const minute = at("09:00");
    const span = (now: number) => {
      const { earliest, latest } = bookableSpan(business, now);
      return [earliest - minute, latest - minute];
    };
    expect(span(minute * 60_000)).toEqual([60, 7 * 1_440]);
    expect(span(minute * 60_000 + 1)).toEqual([61, 7 * 1_440]);
    expect(span(minute * 60_000 - 1)).toEqual([60, 7 * 1_440 - 1]);
  });
});

describe("chosen resources", () => {
  const needs = [{ pool: "room", count: 1 }];

  it("are the first free ones in the owner's order", () => {
    expect(chooseResources(situation({ product: { needs } }), at("10:00"))).toEqual({
      ok: true,
      resourceIds: ["room1"],
    });
    const claims = { [resourceSubject("room1")]: [claim("bk1", "10:30", "11:00")] };
    expect(chooseResources(situation({ product: { needs }, claims }), at("10:00"))).toEqual({
      ok: true,
      resourceIds: ["room2"],
    });
  });

  it("are the room that the class has already", () => {
    const shareKey = classShareKey("massage", "max", at("10:00"));
    const claims = { [resourceSubject("room2")]: [claim("bk1", "10:00", "11:00", { shareKey })] };
    expect(chooseResources(situation({ product: { needs, capacity: 8 }, claims }), at("10:00"))).toEqual({
      ok: true,
      resourceIds: ["room2"],
    });
  });

  it("are free for the buffers too", () => {
    const claims = {
      [resourceSubject("room1")]: [claim("bk1", "09:00", "10:00")],
      [resourceSubject("room2")]: [claim("bk2", "11:00", "12:00")],
    };
    const buffered = { needs, bufferBeforeMinutes: 5, bufferAfterMinutes: 5 };
    expect(chooseResources(situation({ product: buffered, claims }), at("10:00"))).toMatchObject({
      ok: false,
    });
    expect(chooseResources(situation({ product: { needs }, claims }), at("10:00"))).toMatchObject({
      ok: true,
    });
  });
});

describe("an agent's bookings of a day", () => {
  it("are those whose appointment starts on it, whatever their buffers reach", () => {
    const claims = [
      claim("before", "00:00", "00:30", {
        start: at("23:00", "2026-06-09"),
        slotStart: at("23:30", "2026-06-09"),
      }),
      claim("first", "00:00", "01:00", { start: at("23:45", "2026-06-09") }),
      claim("last", "23:30", "23:59"),
      claim("after", "23:50", "23:59", {
        slotStart: at("00:00", "2026-06-11"),
        end: at("01:00", "2026-06-11"),
      }),
    ];
    const ids = agentBookingsOn(situation({ claims: { [MAX]: claims } }), DAY).map(
      ({ bookingId }) => bookingId,
    );
    expect(ids).toEqual(["first", "last"]);
  });
});

describe("the window of some days", () => {
  it("reaches beyond them by the longest claim", () => {
    const { business } = situation();
    expect(windowOf(business, DAY, DAY + 1)).toEqual({
      start: at("20:00", "2026-06-09"),
      end: at("04:00", "2026-06-12"),
    });
  });
});
