import { describe, expect, it } from "vitest";
import { parseClock, parseHours, wallRange } from "./hours-text.ts";

describe("a clock time", () => {
  it.each([
    ["00:00", 0],
    ["08:30", 510],
    ["23:59", 1_439],
    ["24:00", 1_440],
  ])("%s is minute %i of the day", (text, minute) => {
    expect(parseClock(text)).toBe(minute);
  });

  it.each(["", "8:30", "08:60", "24:01", "25:00", "08:30:00", "08.30", "-8:30", " 08:30", "0８:30"])(
    "%j is none",
    (text) => {
      expect(parseClock(text)).toBeUndefined();
    },
  );
});

describe("hours", () => {
  it("run from opening to closing", () => {
    expect(parseHours("08:00-18:00")).toEqual({ from: 480, to: 1_080 });
  });

  it("end with the day at 24:00", () => {
    expect(parseHours("20:00-24:00")).toEqual({ from: 1_200, to: 1_440 });
    expect(parseHours("00:00-24:00")).toEqual({ from: 0, to: 1_440 });
  });

  it("end on the next day when their end is before their start", () => {
    expect(parseHours("22:00-02:00")).toEqual({ from: 1_320, to: 1_560 });
    expect(parseHours("20:00-00:00")).toEqual({ from: 1_200, to: 1_440 });
  });

  it("end on the next day when their end is their start", () => {
    expect(parseHours("08:00-08:00")).toEqual({ from: 480, to: 1_920 });
    expect(parseHours("00:00-00:00")).toEqual({ from: 0, to: 1_440 });
  });

  it.each(["", "08:00", "08:00-", "-18:00", "08:00-12:00-14:00", "08:00–18:00", "8-18", "24:00-02:00"])(
    "are not %j",
    (text) => {
      expect(parseHours(text)).toBeUndefined();
    },
  );

  it("begin at any time of the day but its end", () => {
    expect(wallRange("24:00", "02:00")).toBeUndefined();
    expect(wallRange("23:59", "24:00")).toEqual({ from: 1_439, to: 1_440 });
  });
});
