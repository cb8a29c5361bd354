import { describe, expect, it } from "vitest";
import { parseDate, WEEKDAYS } from "./calendar-date.ts";
import { compileBusiness, longestClaimMinutes } from "./compile-business.ts";
import type {
  AgentConfiguration,
  EntityConfiguration,
  ProductConfiguration,
  WeeklyHours,
} from "./configuration.ts";

// 2026-06-10 is a Wednesday.
const DATE = "2026-06-10";

function entityWith(
  details: Partial<EntityConfiguration>,
  agent: Partial<AgentConfiguration> = {},
  products: readonly Partial<ProductConfiguration>[] = [],
): EntityConfiguration {
  return {
    id: "entity",
    name: "Physiotherapie",
    sipIds: [],
    timezone: "Europe/Berlin",
    language: "de",
    currency: "EUR",
    minNoticeMinutes: 60,
    horizonDays: 120,
    changeNoticeMinutes: 0,
    closures: [],
    resources: [],
    ...details,
    agents: [{ id: "max", firstname: "Max", lastname: "Mustermann", timeOff: [], ...agent }],
    appointmentTypes: [
      {
        id: "type",
        name: "Massage",
        agents: ["max"],
        products: products.map((product, index) => ({
          id: `product${index}`,
          name: "Massage",
          durationMinutes: 30,
          price: 45,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 0,
          capacity: 1,
          resources: {},
          bookerInfo: [],
          participantInfo: [],
          ...product,
        })),
      },
    ],
  };
}

function compile(entity: EntityConfiguration) {
  const products = entity.appointmentTypes.flatMap((type) => type.products);
  return compileBusiness(entity, {
    accountId: "account",
    version: 7,
    slotKey: [1, 2, 3, 4],
    agentRefs: new Map([["max", 1]]),
    productRefs: new Map(products.map(({ id }, index) => [id, index + 1])),
    longestClaimMinutes: longestClaimMinutes(entity),
    isPublicHoliday: () => false,
  });
}

/** Max's working time on that Wednesday, as `08:00-18:00`. */
function hoursOf(details: Partial<EntityConfiguration>, agent: Partial<AgentConfiguration> = {}): string[] {
  const { zone, agents } = compile(entityWith(details, agent));
  const clockOf = (minute: number) => zone.format(minute).slice(11, 16);
  const runs = agents.get("max")!.workingTime.runsOn(parseDate(DATE)!);
  return runs.map(({ start, end }) => `${clockOf(start)}-${clockOf(end)}`);
}

function everyDay(...hours: string[]): WeeklyHours {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, hours]));
}

const ENTITY_HOURS = { hours: everyDay("08:00-18:00") };
const ENTITY_SEASON = { from: DATE, to: DATE, hours: everyDay("10:00-11:00") };
const AGENT_SEASON = { from: DATE, to: DATE, hours: everyDay("13:00-14:00") };

describe("an agent", () => {
  it("has the entity's hours, seasons, breaks and overrides", () => {
    expect(hoursOf(ENTITY_HOURS)).toEqual(["08:00-18:00"]);
    expect(hoursOf({ ...ENTITY_HOURS, seasons: [ENTITY_SEASON] })).toEqual(["10:00-11:00"]);
    expect(hoursOf({ ...ENTITY_HOURS, breaks: [{ from: "12:00", to: "13:00" }] })).toEqual([
      "08:00-12:00",
      "13:00-18:00",
    ]);
    expect(hoursOf({ ...ENTITY_HOURS, overrides: { [DATE]: ["09:00-12:00"] } })).toEqual(["09:00-12:00"]);
  });

  it("replaces the entity's hours, and its seasons with them, by hours of their own", () => {
    const own = { hours: everyDay("06:00-07:00") };
    expect(hoursOf({ ...ENTITY_HOURS, seasons: [ENTITY_SEASON] }, own)).toEqual(["06:00-07:00"]);
    expect(hoursOf(ENTITY_HOURS, { hours: { mon: ["06:00-07:00"] } })).toEqual([]);
  });

  it("has seasons of their own before anything else of the week", () => {
    const own = { seasons: [AGENT_SEASON] };
    expect(hoursOf({ ...ENTITY_HOURS, seasons: [ENTITY_SEASON] }, own)).toEqual(["13:00-14:00"]);
    expect(hoursOf(ENTITY_HOURS, { ...own, hours: everyDay("06:00-07:00") })).toEqual(["13:00-14:00"]);
  });

  it("replaces the entity's breaks, also by none", () => {
    const entity = { ...ENTITY_HOURS, breaks: [{ from: "12:00", to: "13:00" }] };
    expect(hoursOf(entity, { breaks: [{ from: "09:00", to: "10:00" }] })).toEqual([
      "08:00-09:00",
      "10:00-18:00",
    ]);
    expect(hoursOf(entity, { breaks: [] })).toEqual(["08:00-18:00"]);
  });

  it("replaces the entity's override of a date, also by none", () => {
    const entity = { ...ENTITY_HOURS, overrides: { [DATE]: ["09:00-12:00"] } };
    expect(hoursOf(entity, { overrides: { [DATE]: ["15:00-16:00"] } })).toEqual(["15:00-16:00"]);
    expect(hoursOf(entity, { overrides: { [DATE]: [] } })).toEqual([]);
    expect(hoursOf(entity, { overrides: { "2026-06-11": [] } })).toEqual(["09:00-12:00"]);
  });

  it("has an entity's override even with hours of their own", () => {
    const entity = { ...ENTITY_HOURS, overrides: { [DATE]: [] } };
    expect(hoursOf(entity, { hours: everyDay("06:00-07:00") })).toEqual([]);
  });

  it("has breaks on the named days only", () => {
    const onDays = (...days: (typeof WEEKDAYS)[number][]) => [{ days, from: "12:00", to: "13:00" }];
    expect(hoursOf({ ...ENTITY_HOURS, breaks: onDays("mon", "wed") })).toEqual([
      "08:00-12:00",
      "13:00-18:00",
    ]);
    expect(hoursOf({ ...ENTITY_HOURS, breaks: onDays("mon", "tue") })).toEqual(["08:00-18:00"]);
  });

  it("is absent for time off and for the entity's closures, in order", () => {
    const { agents, zone } = compile(
      entityWith(
        { closures: [{ start: "2026-06-10T00:00", end: "2026-06-11T00:00", reason: "Betriebsausflug" }] },
        { timeOff: [{ start: "2026-06-12T00:00", end: "2026-06-13T00:00" }] },
      ),
    );
    expect(
      agents
        .get("max")!
        .absences.map(({ kind, start, reason }) => [kind, zone.format(start).slice(0, 10), reason]),
    ).toEqual([
      ["closure", "2026-06-10", "Betriebsausflug"],
      ["time_off", "2026-06-12", undefined],
    ]);
  });
});

describe("a product", () => {
  it("is offered every duration when it has no interval of its own", () => {
    const { products } = compile(entityWith({}, {}, [{ durationMinutes: 45 }, { slotIntervalMinutes: 15 }]));
    expect(products.get("product0")?.slotIntervalMinutes).toBe(45);
    expect(products.get("product1")?.slotIntervalMinutes).toBe(15);
  });

  it("makes the longest claim together with its buffers", () => {
    const products = [{ durationMinutes: 90 }, { bufferBeforeMinutes: 50, bufferAfterMinutes: 20 }];
    expect(longestClaimMinutes(entityWith({}, {}, products))).toBe(100);
    expect(longestClaimMinutes(entityWith({}))).toBe(0);
  });
});

describe("a pool", () => {
  it("holds its resources in the owner's order", () => {
    const resources = [
      { id: "room2", pool: "room", name: "Raum 2" },
      { id: "laser", pool: "device", name: "Laser" },
      { id: "room1", pool: "room", name: "Raum 1" },
    ];
    expect(Object.fromEntries(compile(entityWith({ resources })).pools)).toEqual({
      room: ["room2", "room1"],
      device: ["laser"],
    });
  });
});

describe("a configuration that was never checked", () => {
  it.each([
    ["time zone", { timezone: "Europe/Atlantis" }],
    ["hours", { hours: { mon: ["8-18"] } }],
    ["break", { breaks: [{ from: "12", to: "13" }] }],
    ["date", { overrides: { "2026-02-30": [] } }],
    ["date and time", { closures: [{ start: "soon", end: "later" }] }],
  ])("is not compiled: invalid %s", (what, details) => {
    expect(() => compile(entityWith(details))).toThrow(`invalid ${what}`);
  });
});
