import { describe, expect, it } from "vitest";
import { TimeZone } from "../scheduling/time-zone.ts";
import { parseTimestamp, understandWhen } from "./when.ts";

const berlin = TimeZone.named("Europe/Berlin")!;
const NOW = Date.parse("2026-11-30T08:00:00.000+01:00");

/** The range that is meant, as local times in the zone. */
function meant(text: string, zone = berlin, now = NOW): string | undefined {
  const when = understandWhen(text, { zone, language: "de", now });
  if (when === undefined || when.kind === "soonest") return when?.kind;
  const { start, end } = when.range;
  return `${zone.format(start).slice(0, 16)} ${zone.format(end).slice(0, 16)}`;
}

describe("a date is that calendar day in the zone", () => {
  it.each(["2026-12-01", " 2026-12-01 "])("%j", (text) => {
    expect(meant(text)).toBe("2026-12-01T00:00 2026-12-02T00:00");
  });

  it("also when clocks change in it, and when it has no midnight", () => {
    const spring = understandWhen("2027-03-28", { zone: berlin, language: "de", now: NOW });
    expect(spring).toMatchObject({ kind: "range" });
    if (spring?.kind === "range") expect(spring.range.end - spring.range.start).toBe(23 * 60);
    const beirut = TimeZone.named("Asia/Beirut")!;
    expect(meant("2027-03-28", beirut)).toBe("2027-03-28T01:00 2027-03-29T00:00");
  });
});

describe("a timestamp is from that instant to the end of its day in the zone", () => {
  it.each([
    ["2026-12-01T20:00+01:00", "2026-12-01T20:00 2026-12-02T00:00"],
    ["2026-12-01T20:00", "2026-12-01T20:00 2026-12-02T00:00"],
    ["2026-12-01T19:00Z", "2026-12-01T20:00 2026-12-02T00:00"],
    ["2026-12-01T23:30Z", "2026-12-02T00:30 2026-12-03T00:00"],
    ["2026-12-01T20:00:00.001+01:00", "2026-12-01T20:01 2026-12-02T00:00"],
    ["2026-12-01t20:00:00z", "2026-12-01T21:00 2026-12-02T00:00"],
    ["2026-12-01T23:59:30+01:00", "2026-12-02T00:00 2026-12-02T00:00"],
    ["2026-12-01T00:00", "2026-12-01T00:00 2026-12-02T00:00"],
  ])("%s", (text, range) => {
    expect(meant(text)).toBe(range);
  });
});

it("a phrase counts from the zone's today", () => {
  const auckland = TimeZone.named("Pacific/Auckland")!;
  const evening = Date.parse("2026-11-30T20:00:00+01:00");
  expect(meant("heute", berlin, evening)).toBe("2026-11-30T00:00 2026-12-01T00:00");
  expect(meant("heute", auckland, evening)).toBe("2026-12-01T00:00 2026-12-02T00:00");
  expect(meant("so bald wie möglich")).toBe("soonest");
});

it.each([
  "",
  "2026-02-30",
  "2026-13-01",
  "2026-12-1",
  "20261201",
  "2026-12-01T",
  "2026-12-01T24:30",
  "2026-12-01T10:00+25:00",
  "2026-12-01T10:00 Europe/Berlin",
  "2026-12-01T10:00[Europe/Berlin]",
  "01.12.2026",
  "1796022000000",
])("%j is none of the three", (text) => {
  expect(meant(text)).toBeUndefined();
});

describe("parseTimestamp", () => {
  it("all spellings of an instant are equal", () => {
    const instant = Date.parse("2024-09-16T08:00:00.000+02:00");
    for (const text of [
      "2024-09-16T06:00Z",
      "2024-09-16T08:00+02:00",
      "2024-09-16T08:00:00.000+02:00",
      "2024-09-16T08:00:00.000000000+02:00",
      "2024-09-16T08:00:00,000+0200",
      "2024-09-16T08:00",
      "2024-09-16T08:00:00.000",
    ]) {
      expect(parseTimestamp(text, berlin), text).toBe(instant);
    }
  });

  it("without an offset: in a gap it moves forward by the gap, in an overlap the first one counts", () => {
    expect(parseTimestamp("2027-03-28T02:30", berlin)).toBe(Date.parse("2027-03-28T03:30:00+02:00"));
    expect(parseTimestamp("2027-10-31T02:30", berlin)).toBe(Date.parse("2027-10-31T02:30:00+02:00"));
  });

  it("seconds and milliseconds count, with and without an offset", () => {
    expect(parseTimestamp("2026-12-01T10:00:30.250", berlin)).toBe(
      Date.parse("2026-12-01T10:00:30.250+01:00"),
    );
    expect(parseTimestamp("2026-12-01T10:00:30.250Z", berlin)).toBe(Date.parse("2026-12-01T10:00:30.250Z"));
  });

  it.each([
    "",
    "now",
    "2026-12-01",
    "10:00",
    "2026-12-01T25:00Z",
    "2026-12-01T10:61",
    "2026-12-01T10:00+99:00",
  ])("%j is none", (text) => {
    expect(parseTimestamp(text, berlin)).toBeUndefined();
  });
});
