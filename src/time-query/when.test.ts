import { describe, expect, it } from "vitest";
import { TimeZone } from "../scheduling/time-zone.ts";
import { parseTimestamp } from "./when.ts";

const berlin = TimeZone.named("Europe/Berlin")!;

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
