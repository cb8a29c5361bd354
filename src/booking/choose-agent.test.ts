import { describe, expect, it } from "vitest";
import type { Situation } from "../scheduling/availability.ts";
import { compileBusiness } from "../scheduling/compile-business.ts";
import { agentSubject, type Claim } from "../scheduling/occupancy.ts";
import { ANY_AGENT_REF } from "../scheduling/slot-id.ts";
import { parseLocalDateTime, TimeZone } from "../scheduling/time-zone.ts";
import { agentsOfSlot, chooseAgent } from "./choose-agent.ts";

const IDS = ["carla", "anna", "ben"];
const HALF_HOUR = 30;

const business = compileBusiness(
  {
    id: "entity",
    name: "Physiotherapie",
    sipIds: [],
    timezone: "Europe/Berlin",
    language: "de",
    currency: "EUR",
    minNoticeMinutes: 0,
    horizonDays: 120,
    changeNoticeMinutes: 0,
    closures: [],
    resources: [],
    hours: { mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-12:00"] },
    agents: IDS.map((id) => ({ id, firstname: id, lastname: "Muster", timeOff: [] })),
    appointmentTypes: [
      {
        id: "type",
        name: "Massage",
        agents: IDS,
        products: [
          {
            id: "product",
            name: "Massage",
            durationMinutes: HALF_HOUR,
            price: 45,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            capacity: 1,
            resources: {},
            bookerInfo: [],
            participantInfo: [],
          },
        ],
      },
    ],
  },
  {
    accountId: "account",
    version: 1,
    slotKey: [1, 2, 3, 4],
    agentRefs: new Map(IDS.map((id, index) => [id, index + 1])),
    productRefs: new Map([["product", 1]]),
    longestClaimMinutes: HALF_HOUR,
    isPublicHoliday: () => false,
  },
);

const zone = TimeZone.named("Europe/Berlin")!;
// 2026-06-09 is a Tuesday.
const at = (time: string, date = "2026-06-09") => parseLocalDateTime(`${date}T${time}`, zone)!;
const NOW = at("06:00", "2026-06-08") * 60_000;

/** A situation for each agent, with bookings at these times of Tuesday, or of the date given. */
function situations(booked: Readonly<Record<string, readonly (string | number)[]>> = {}): Situation[] {
  const claims = new Map(
    Object.entries(booked).map(([agentId, times]) => [
      agentSubject(agentId),
      times
        .map((time) => (typeof time === "number" ? time : at(time)))
        .sort((a, b) => a - b)
        .map((start, index): Claim => {
          const bookingId = `bk_${agentId}${index}`;
          return { start, end: start + HALF_HOUR, slotStart: start, bookingId, shareKey: bookingId };
        }),
    ]),
  );
  const product = business.products.get("product")!;
  return IDS.map((id) => ({
    business,
    product,
    agent: business.agents.get(id)!,
    occupancy: { claims, productStarts: [] },
    now: NOW,
  }));
}

function chosen(
  all: readonly Situation[],
  idleSince: Readonly<Record<string, number>> = {},
  start = at("11:00"),
): string | undefined {
  const result = chooseAgent(all, start, new Map(Object.entries(idleSince)));
  return result.ok ? result.situation.agent.id : undefined;
}

describe("who gets a booking that any agent may have", () => {
  it("whose id comes first, when nothing else tells them apart", () => {
    expect(chosen(situations())).toBe("anna");
  });

  it("fewest bookings that day", () => {
    const busy = situations({ anna: ["08:00", "09:00"], ben: ["08:00"], carla: ["08:00", "08:30", "10:00"] });
    expect(chosen(busy, { ben: at("10:59"), anna: at("08:30"), carla: at("08:30") })).toBe("ben");
  });

  it("bookings later that day count, those of other days do not", () => {
    const yesterday = at("11:00", "2026-06-08");
    const all = situations({ anna: ["17:00"], ben: [yesterday, yesterday + HALF_HOUR], carla: ["08:00"] });
    expect(chosen(all)).toBe("ben");
  });

  it("then longest idle: who has never worked is idle longest", () => {
    expect(chosen(situations(), { anna: at("10:00"), ben: at("09:00"), carla: at("09:30") })).toBe("ben");
    expect(chosen(situations(), { anna: at("10:00"), ben: at("09:00") })).toBe("carla");
  });

  it("then id", () => {
    const equally = at("10:00");
    expect(chosen(situations(), { anna: equally, ben: equally, carla: equally })).toBe("anna");
    expect(chosen(situations({ anna: ["08:00"] }), { ben: equally, carla: equally })).toBe("ben");
  });

  it("the order of the agents does not matter", () => {
    expect(chosen(situations().reverse())).toBe("anna");
  });

  it("never who is busy then, however few bookings they have", () => {
    const all = situations({ anna: ["11:00"], ben: ["08:00", "09:00"], carla: ["08:00", "09:00", "10:00"] });
    expect(chosen(all)).toBe("ben");
    expect(chosen(situations({ anna: ["10:30"], ben: ["11:30"], carla: ["11:00"] }))).toBe("anna");
  });

  it("a booking that is being moved does not count against its own agent", () => {
    const all = situations({ anna: ["11:00"], ben: ["08:00"], carla: ["08:00"] });
    const moving = all.map((situation) => ({ ...situation, movingBookingId: "bk_anna0" }));
    expect(chosen(moving)).toBe("anna");
  });
});

describe("when nobody can", () => {
  it("it is taken when somebody's booking is in the way of at least one of them", () => {
    const all = situations({ anna: ["11:00"], ben: ["11:00"], carla: ["11:00"] });
    expect(chooseAgent(all, at("11:00"), new Map())).toMatchObject({
      ok: false,
      refusal: { rule: "agent_busy", taken: true },
    });
  });

  it("it is not taken when nobody works then", () => {
    expect(chooseAgent(situations(), at("19:00"), new Map())).toMatchObject({
      ok: false,
      refusal: { taken: false },
    });
    expect(chooseAgent(situations(), at("11:10"), new Map())).toMatchObject({
      ok: false,
      refusal: { taken: false },
    });
    expect(chooseAgent([], at("11:00"), new Map())).toEqual({ ok: false, refusal: undefined });
  });
});

describe("whose slot it is", () => {
  const agents = [...business.agents.values()];

  it("everybody's, of a slot for any agent", () => {
    expect(agentsOfSlot(agents, ANY_AGENT_REF)).toEqual(agents);
  });

  it("the named agent's, or nobody's when they have left", () => {
    expect(agentsOfSlot(agents, 2).map((agent) => agent.id)).toEqual(["anna"]);
    expect(agentsOfSlot(agents, 9)).toEqual([]);
  });
});
