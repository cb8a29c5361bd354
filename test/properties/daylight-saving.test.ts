import { describe, expect, it } from "vitest";
import type { AbsenceConfiguration, ProductConfiguration } from "../../src/scheduling/configuration.ts";
import { TimeZone } from "../../src/scheduling/time-zone.ts";
import { shifted } from "./availability-model.ts";
import { offeredByBoth } from "./availability-properties.ts";
import { type EntityDetails, everyDay, smallBusiness } from "./small-business.ts";

const NEW_YEAR_2026 = Date.parse("2026-01-01T00:00Z");

/** What engine and model both offer on that date, as the wire shows it less the date. */
function offered(
  date: string,
  entity: EntityDetails,
  product: Partial<ProductConfiguration> = {},
  timeOff: readonly AbsenceConfiguration[] = [],
): string[] {
  const configuration = smallBusiness(entity, product, { timeOff });
  const starts = offeredByBoth({
    entity: configuration,
    productId: "product",
    agentId: "agent",
    date,
    now: NEW_YEAR_2026,
  });
  const zone = TimeZone.named(configuration.timezone)!;
  return starts.map((start) => {
    const [onDate, time] = zone.format(start).split("T") as [string, string];
    expect(onDate).toBe(date);
    return time;
  });
}

const BERLIN = { timezone: "Europe/Berlin" };
const NEW_YORK = { timezone: "America/New_York" };
const LORD_HOWE = { timezone: "Australia/Lord_Howe" };
const HALF_HOUR = { durationMinutes: 30 };
const NINETY_MINUTES = { durationMinutes: 90 };

const ONE_TO_FOUR = { hours: everyDay("01:00-04:00") };

describe("every change of 2026 and 2027: open from 01:00 to 04:00, one hour each", () => {
  const berlin = {
    winter: ["01:00:00.000+01:00", "02:00:00.000+01:00", "03:00:00.000+01:00"],
    gap: ["01:00:00.000+01:00", "03:00:00.000+02:00"],
    summer: ["01:00:00.000+02:00", "02:00:00.000+02:00", "03:00:00.000+02:00"],
    overlap: ["01:00:00.000+02:00", "02:00:00.000+02:00", "02:00:00.000+01:00", "03:00:00.000+01:00"],
  };
  const newYork = {
    winter: ["01:00:00.000-05:00", "02:00:00.000-05:00", "03:00:00.000-05:00"],
    gap: ["01:00:00.000-05:00", "03:00:00.000-04:00"],
    summer: ["01:00:00.000-04:00", "02:00:00.000-04:00", "03:00:00.000-04:00"],
    overlap: ["01:00:00.000-04:00", "01:00:00.000-05:00", "02:00:00.000-05:00", "03:00:00.000-05:00"],
  };
  const lordHowe = {
    winter: ["01:00:00.000+10:30", "02:00:00.000+10:30", "03:00:00.000+10:30"],
    gap: ["01:00:00.000+10:30", "02:30:00.000+11:00"], // two and a half hours
    summer: ["01:00:00.000+11:00", "02:00:00.000+11:00", "03:00:00.000+11:00"],
    overlap: ["01:00:00.000+11:00", "01:30:00.000+10:30", "02:30:00.000+10:30"], // three and a half
  };
  it.each([
    ["2026-03-28", BERLIN, berlin.winter],
    ["2026-03-29", BERLIN, berlin.gap],
    ["2026-03-30", BERLIN, berlin.summer],
    ["2026-10-24", BERLIN, berlin.summer],
    ["2026-10-25", BERLIN, berlin.overlap],
    ["2026-10-26", BERLIN, berlin.winter],
    ["2027-03-27", BERLIN, berlin.winter],
    ["2027-03-28", BERLIN, berlin.gap],
    ["2027-03-29", BERLIN, berlin.summer],
    ["2027-10-30", BERLIN, berlin.summer],
    ["2027-10-31", BERLIN, berlin.overlap],
    ["2027-11-01", BERLIN, berlin.winter],

    ["2026-03-07", NEW_YORK, newYork.winter],
    ["2026-03-08", NEW_YORK, newYork.gap],
    ["2026-03-09", NEW_YORK, newYork.summer],
    ["2026-10-31", NEW_YORK, newYork.summer],
    ["2026-11-01", NEW_YORK, newYork.overlap],
    ["2026-11-02", NEW_YORK, newYork.winter],
    ["2027-03-13", NEW_YORK, newYork.winter],
    ["2027-03-14", NEW_YORK, newYork.gap],
    ["2027-03-15", NEW_YORK, newYork.summer],
    ["2027-11-06", NEW_YORK, newYork.summer],
    ["2027-11-07", NEW_YORK, newYork.overlap],
    ["2027-11-08", NEW_YORK, newYork.winter],

    ["2026-04-04", LORD_HOWE, lordHowe.summer],
    ["2026-04-05", LORD_HOWE, lordHowe.overlap],
    ["2026-04-06", LORD_HOWE, lordHowe.winter],
    ["2026-10-03", LORD_HOWE, lordHowe.winter],
    ["2026-10-04", LORD_HOWE, lordHowe.gap],
    ["2026-10-05", LORD_HOWE, lordHowe.summer],
    ["2027-04-03", LORD_HOWE, lordHowe.summer],
    ["2027-04-04", LORD_HOWE, lordHowe.overlap],
    ["2027-04-05", LORD_HOWE, lordHowe.winter],
    ["2027-10-02", LORD_HOWE, lordHowe.winter],
    ["2027-10-03", LORD_HOWE, lordHowe.gap],
    ["2027-10-04", LORD_HOWE, lordHowe.summer],
  ])("%s in %o", (date, zone, expected) => {
    expect(offered(date, { ...zone, ...ONE_TO_FOUR })).toEqual(expected);
  });
});

describe("the gap of 2026-03-29 in Berlin, where 02:00 to 03:00 does not exist", () => {
  const GAP = "2026-03-29";
  const openOnSunday = (...hours: string[]) => ({ ...BERLIN, hours: { sun: hours } });

  it("moves an opening inside it forward by the hour", () => {
    expect(offered(GAP, openOnSunday("02:30-06:00"))).toEqual(["03:30:00.000+02:00", "04:30:00.000+02:00"]);
  });

  it("moves a closing inside it forward by the hour", () => {
    expect(offered(GAP, openOnSunday("00:00-02:30"), HALF_HOUR)).toEqual([
      "00:00:00.000+01:00",
      "00:30:00.000+01:00",
      "01:00:00.000+01:00",
      "01:30:00.000+01:00",
      "03:00:00.000+02:00",
    ]);
  });

  it("moves hours that lie inside it as a whole", () => {
    expect(offered(GAP, openOnSunday("02:15-02:45"), HALF_HOUR)).toEqual(["03:15:00.000+02:00"]);
  });

  it("leaves nothing of hours that end where it ends", () => {
    expect(offered(GAP, openOnSunday("02:30-03:00"), HALF_HOUR)).toEqual([]);
  });

  it("shortens a night shift, whose appointments keep their real length", () => {
    const night = { ...BERLIN, hours: { sat: ["22:00-06:00"] } };
    expect(offered("2026-03-28", night, NINETY_MINUTES)).toEqual([
      "22:00:00.000+01:00",
      "23:30:00.000+01:00",
    ]);
    expect(offered(GAP, night, NINETY_MINUTES)).toEqual(["01:00:00.000+01:00", "03:30:00.000+02:00"]);
  });

  it("moves the start of a break, after which a new grid begins", () => {
    const entity = { ...openOnSunday("00:00-06:00"), breaks: [{ from: "02:30", to: "04:00" }] };
    expect(offered(GAP, entity)).toEqual([
      "00:00:00.000+01:00",
      "01:00:00.000+01:00",
      "04:00:00.000+02:00",
      "05:00:00.000+02:00",
    ]);
  });

  it("swallows a break of that very hour, grid and all", () => {
    const entity = { ...openOnSunday("00:30-06:00"), breaks: [{ from: "02:00", to: "03:00" }] };
    expect(offered(GAP, entity)).toEqual([
      "00:30:00.000+01:00",
      "01:30:00.000+01:00",
      "03:30:00.000+02:00",
      "04:30:00.000+02:00",
    ]);
  });

  it("moves the start of time off", () => {
    const timeOff = [{ start: `${GAP}T02:30`, end: `${GAP}T05:00` }];
    expect(offered(GAP, openOnSunday("00:00-08:00"), {}, timeOff)).toEqual([
      "00:00:00.000+01:00",
      "01:00:00.000+01:00",
      "05:00:00.000+02:00", // 03:00 would last until 04:00, and time off begins at 03:30
      "06:00:00.000+02:00",
      "07:00:00.000+02:00",
    ]);
  });

  it.each([
    ["turns around", "02:30", "03:00"],
    ["leaves no minute of", "02:30", "03:30"],
    ["is all of", "02:00", "03:00"],
  ])("swallows time off that it %s", (_, from, to) => {
    const timeOff = [{ start: `${GAP}T${from}`, end: `${GAP}T${to}` }];
    const twoHoursEachHour = { durationMinutes: 120, slotIntervalMinutes: 60 };
    expect(offered(GAP, openOnSunday("01:00-05:00"), twoHoursEachHour, timeOff)).toEqual([
      "01:00:00.000+01:00",
      "03:00:00.000+02:00",
    ]);
  });
});

describe("the overlap of 2026-10-25 in Berlin, where 02:00 to 03:00 comes twice", () => {
  const OVERLAP = "2026-10-25";
  const openOnSunday = (...hours: string[]) => ({ ...BERLIN, hours: { sun: hours } });

  it("closes at the first occurrence", () => {
    expect(offered(OVERLAP, openOnSunday("01:00-02:30"), HALF_HOUR)).toEqual([
      "01:00:00.000+02:00",
      "01:30:00.000+02:00",
      "02:00:00.000+02:00",
    ]);
  });

  it("opens at the first occurrence", () => {
    expect(offered(OVERLAP, openOnSunday("02:30-04:00"), HALF_HOUR)).toEqual([
      "02:30:00.000+02:00",
      "02:00:00.000+01:00",
      "02:30:00.000+01:00",
      "03:00:00.000+01:00",
      "03:30:00.000+01:00",
    ]);
  });

  it("lengthens a night shift", () => {
    const night = { ...BERLIN, hours: { sat: ["22:00-06:00"] } };
    expect(offered("2026-10-24", night, NINETY_MINUTES)).toEqual([
      "22:00:00.000+02:00",
      "23:30:00.000+02:00",
    ]);
    expect(offered(OVERLAP, night, NINETY_MINUTES)).toEqual([
      "01:00:00.000+02:00",
      "02:30:00.000+02:00",
      "03:00:00.000+01:00",
      "04:30:00.000+01:00",
    ]);
  });

  it("makes an hour off last two", () => {
    const timeOff = [{ start: `${OVERLAP}T02:00`, end: `${OVERLAP}T03:00` }];
    expect(offered(OVERLAP, openOnSunday("01:00-05:00"), {}, timeOff)).toEqual([
      "01:00:00.000+02:00",
      "03:00:00.000+01:00",
      "04:00:00.000+01:00",
    ]);
  });

  it("ends time off at the first occurrence", () => {
    const timeOff = [{ start: `${OVERLAP}T01:00`, end: `${OVERLAP}T02:30` }];
    expect(offered(OVERLAP, openOnSunday("01:00-05:00"), {}, timeOff)).toEqual([
      "02:00:00.000+01:00",
      "03:00:00.000+01:00",
      "04:00:00.000+01:00",
    ]);
  });

  it("begins the grid after a break at the first occurrence", () => {
    const entity = { ...openOnSunday("00:00-04:00"), breaks: [{ from: "01:00", to: "02:15" }] };
    expect(offered(OVERLAP, entity)).toEqual([
      "00:00:00.000+02:00",
      "02:15:00.000+02:00",
      "02:15:00.000+01:00",
    ]);
  });
});

describe("a day of 23 or 25 hours in New York", () => {
  const fourHours = { durationMinutes: 240 };
  const allSunday = { ...NEW_YORK, hours: { sun: ["00:00-24:00"] } };

  it("holds five appointments of four hours in spring", () => {
    expect(offered("2026-03-08", allSunday, fourHours)).toEqual([
      "00:00:00.000-05:00",
      "05:00:00.000-04:00",
      "09:00:00.000-04:00",
      "13:00:00.000-04:00",
      "17:00:00.000-04:00",
    ]);
  });

  it("holds six of them in autumn", () => {
    expect(offered("2026-11-01", allSunday, fourHours)).toEqual([
      "00:00:00.000-04:00",
      "03:00:00.000-05:00",
      "07:00:00.000-05:00",
      "11:00:00.000-05:00",
      "15:00:00.000-05:00",
      "19:00:00.000-05:00",
    ]);
  });

  it("lets an appointment of 24 hours reach into the day after tomorrow", () => {
    const entity = {
      ...NEW_YORK,
      hours: { sat: ["23:30-24:00"], sun: ["00:00-24:00"], mon: ["00:00-00:30"] },
    };
    expect(offered("2026-03-07", entity, { durationMinutes: 1_440 })).toEqual(["23:30:00.000-05:00"]);
  });

  it("shifts a grid around the clock until it begins anew on Monday 00:00", () => {
    const always = { ...NEW_YORK, hours: everyDay("00:00-24:00") };
    const sixHours = { durationMinutes: 360 };
    expect(offered("2026-03-07", always, sixHours)).toEqual([
      "00:00:00.000-05:00",
      "06:00:00.000-05:00",
      "12:00:00.000-05:00",
      "18:00:00.000-05:00",
    ]);
    expect(offered("2026-03-08", always, sixHours)).toEqual([
      "00:00:00.000-05:00",
      "07:00:00.000-04:00",
      "13:00:00.000-04:00",
      "19:00:00.000-04:00", // until 01:00 on Monday
    ]);
    expect(offered("2026-03-09", always, sixHours)).toEqual([
      "00:00:00.000-04:00",
      "06:00:00.000-04:00",
      "12:00:00.000-04:00",
      "18:00:00.000-04:00",
    ]);
  });
});

describe("the half hour of Lord Howe", () => {
  const openOnSunday = (...hours: string[]) => ({ ...LORD_HOWE, hours: { sun: hours } });
  const night = { ...LORD_HOWE, hours: { sat: ["22:00-06:00"] } };

  it("moves an opening inside the gap forward by half an hour", () => {
    expect(offered("2026-10-04", openOnSunday("02:15-04:00"), HALF_HOUR)).toEqual([
      "02:45:00.000+11:00",
      "03:15:00.000+11:00",
    ]);
  });

  it("closes at the first occurrence of a time in the overlap", () => {
    expect(offered("2026-04-05", openOnSunday("01:00-01:45"), { durationMinutes: 15 })).toEqual([
      "01:00:00.000+11:00",
      "01:15:00.000+11:00",
      "01:30:00.000+11:00",
    ]);
  });

  it("shows the half hour from 01:30 twice", () => {
    expect(offered("2026-04-05", openOnSunday("01:00-02:00"), HALF_HOUR)).toEqual([
      "01:00:00.000+11:00",
      "01:30:00.000+11:00",
      "01:30:00.000+10:30",
    ]);
  });

  it("makes a night shift seven and a half hours long in spring", () => {
    expect(offered("2026-10-04", night, NINETY_MINUTES)).toEqual([
      "01:00:00.000+10:30",
      "03:00:00.000+11:00",
      "04:30:00.000+11:00",
    ]);
  });

  it("makes a night shift eight and a half hours long in autumn", () => {
    expect(offered("2026-04-05", night, NINETY_MINUTES)).toEqual([
      "01:00:00.000+11:00",
      "02:00:00.000+10:30",
      "03:30:00.000+10:30",
    ]);
  });
});

describe("a change at midnight", () => {
  it("opens in Cairo at 01:00 on the day that has no 00:00", () => {
    const entity = { timezone: "Africa/Cairo", hours: everyDay("00:00-03:00") };
    expect(offered("2026-04-24", entity)).toEqual(["01:00:00.000+03:00", "02:00:00.000+03:00"]);
  });

  it("closes at 24:00 in Santiago after the hour from 23:00 came twice", () => {
    const entity = { timezone: "America/Santiago", hours: { sat: ["22:00-24:00"] } };
    expect(offered("2026-04-04", entity)).toEqual([
      "22:00:00.000-03:00",
      "23:00:00.000-03:00",
      "23:00:00.000-04:00",
    ]);
  });

  it("closes at 24:00 in Nuuk, which is 23:00 when the hour after it does not exist", () => {
    const entity = { timezone: "America/Nuuk", hours: { sat: ["21:00-24:00"] } };
    expect(offered("2026-03-28", entity)).toEqual(["21:00:00.000-02:00", "22:00:00.000-02:00"]);
    expect(offered("2026-03-29", entity)).toEqual([]);
  });
});

describe("a gap that moves a closing past midnight", () => {
  // In Nuuk 23:00 to 24:00 of 2026-03-28 does not exist: Friday's shift until 23:30 ends on Sunday at 00:30.
  it("still makes one interval of what touches, with one grid", () => {
    const entity = {
      timezone: "America/Nuuk",
      hours: { fri: ["23:45-23:30"], sun: ["00:15-24:00"], mon: ["00:00-02:00"] },
    };
    // Friday 23:45 at -02:00 and some hours later, at -01:00
    expect(offered("2026-03-30", entity)).toEqual(["00:45:00.000-01:00"]);
  });
});

describe("engine and model around every change of 2026 and 2027", () => {
  const schedules = [
    everyDay("00:00-24:00"),
    everyDay("02:15-01:45"),
    everyDay("01:45-02:15", "02:30-03:30"),
    everyDay("22:00-02:30"),
    everyDay("23:30-02:00", "02:00-03:00", "08:00-12:00"),
  ];
  const products = [
    { durationMinutes: 25, bufferAfterMinutes: 20 },
    { durationMinutes: 60, slotIntervalMinutes: 15, bufferBeforeMinutes: 40 },
  ];
  it.each([
    ["Europe/Berlin", ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]],
    ["America/New_York", ["2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07"]],
    ["Australia/Lord_Howe", ["2026-04-05", "2026-10-04", "2027-04-04", "2027-10-03"]],
  ])("agree in %s the day before, the day of the change and the day after", (timezone, changes) => {
    for (const change of changes) {
      const timeOff = [
        { start: `${change}T01:15`, end: `${change}T02:15` },
        { start: `${shifted(change, -1)}T23:00`, end: `${change}T00:20` },
      ];
      const breaks = [{ from: "02:20", to: "02:40" }];
      for (const date of [shifted(change, -1), change, shifted(change, 1)]) {
        for (const hours of schedules) {
          for (const product of products) offered(date, { timezone, hours, breaks }, product, timeOff);
        }
      }
    }
  });
});
