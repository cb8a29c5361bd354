import { describe, expect, it } from "vitest";
import { formatDate, parseDate } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import { understandPhrase } from "./phrases.ts";

/** Wednesday. */
const TODAY = parseDate("2026-12-02")!;

/** The date that is meant, `soonest`, or undefined. */
function meant(text: string, language: Language = "de", today = TODAY): string | undefined {
  const phrase = understandPhrase(text, language);
  return phrase?.kind === "day" ? formatDate(phrase.dayFrom(today)) : phrase?.kind;
}

it.each([
  ["heute", "today", "2026-12-02"],
  ["morgen", "tomorrow", "2026-12-03"],
  ["übermorgen", "the day after tomorrow", "2026-12-04"],
  ["Donnerstag", "Thursday", "2026-12-03"],
  ["Freitag", "Friday", "2026-12-04"],
  ["Samstag", "Saturday", "2026-12-05"],
  ["Sonnabend", "Saturday", "2026-12-05"],
  ["Sonntag", "Sunday", "2026-12-06"],
  ["Montag", "Monday", "2026-12-07"],
  ["Dienstag", "Tuesday", "2026-12-08"],
  ["so bald wie möglich", "as soon as possible", "soonest"],
  ["so früh wie möglich", "as early as possible", "soonest"],
])("%s is %s: %s", (german, english, date) => {
  for (const language of ["de", "en"] as const) {
    expect(meant(german, language)).toBe(date);
    expect(meant(english, language)).toBe(date);
  }
});

it("who means today says today: the name of today's weekday is a week away", () => {
  expect(meant("Mittwoch")).toBe("2026-12-09");
  expect(meant("wednesday", "en")).toBe("2026-12-09");
});

it("a weekday is always one to seven days away", () => {
  const names = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
  for (let today = TODAY; today < TODAY + 7; today += 1) {
    const dates = names.map((name) => parseDate(meant(name, "de", today)!)! - today);
    expect([...dates].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  }
});

describe("filler does not matter", () => {
  it.each([
    ["  MORGEN!  ", "2026-12-03"],
    ["Am Freitag.", "2026-12-04"],
    ["kommenden Freitag", "2026-12-04"],
    ["am kommenden Freitag", "2026-12-04"],
    ["freitags", "2026-12-04"],
    ["u\u0308bermorgen", "2026-12-04"],
    ["on Friday, ", "2026-12-04"],
    ["coming friday", "2026-12-04"],
    ["this coming friday", "2026-12-04"],
    ["on the coming friday", "2026-12-04"],
    ["So  bald wie möglich?", "soonest"],
    ["ASAP", "soonest"],
  ])("%j", (text, date) => {
    expect(meant(text)).toBe(date);
  });
});

it.each([
  "",
  "morgen früh",
  "irgendwann",
  "Frei",
  "Freitag Samstag",
  "am",
  "mon",
  "tomorrowish",
  "constructor",
  "__proto__",
])("%j is not understood yet", (text) => {
  expect(meant(text)).toBeUndefined();
  expect(meant(text, "en")).toBeUndefined();
});
