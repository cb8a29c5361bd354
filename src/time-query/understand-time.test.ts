import { describe, expect, it } from "vitest";
import { parseDate } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { OPEN_END, type TimeQuestion, understandTime } from "./understand-time.ts";

const berlin = TimeZone.named("Europe/Berlin")!;
/** A Monday. */
const NOW = Date.parse("2026-11-30T08:00:00+01:00");

function ask(text: string, more: Partial<TimeQuestion> = {}) {
  return understandTime({ text, language: "de", zone: berlin, now: NOW, ...more });
}

function understood(text: string, more: Partial<TimeQuestion> = {}) {
  const answer = ask(text, more);
  if (answer.kind !== "understood") throw new Error(`${text}: ${answer.kind}`);
  return answer;
}

function rangesOf(text: string, more: Partial<TimeQuestion> = {}): string[] {
  const zone = more.zone ?? berlin;
  const local = (minute: number) => (minute >= OPEN_END ? "…" : zone.format(minute).slice(0, 16));
  return understood(text, more).ranges.map(({ start, end }) => `${local(start)} – ${local(end)}`);
}

describe("ISO 8601", () => {
  it("a date is that whole day, what is left of it today", () => {
    expect(rangesOf("2026-12-01")).toEqual(["2026-12-01T00:00 – 2026-12-02T00:00"]);
    expect(understood("2026-12-01").grain).toBe("date");
    expect(rangesOf("2026-11-30")).toEqual(["2026-11-30T08:00 – 2026-12-01T00:00"]);
  });

  it("a timestamp is from it to the end of its day in the zone", () => {
    expect(rangesOf("2026-12-01T20:00Z")).toEqual(["2026-12-01T21:00 – 2026-12-02T00:00"]);
    expect(rangesOf("2026-12-01T20:00")).toEqual(["2026-12-01T20:00 – 2026-12-02T00:00"]);
  });

  it("what is past or does not exist is impossible", () => {
    expect(ask("2026-11-29")).toMatchObject({ kind: "impossible", reason: "past" });
    expect(ask("2026-11-30T07:59")).toMatchObject({ kind: "impossible", reason: "past" });
    expect(ask("2027-02-30")).toMatchObject({ kind: "impossible", reason: "no_such_date" });
  });
});

describe("the sentence", () => {
  it.each([
    ["nächsten Dienstag ab halb drei", "Dienstag, 8. Dezember, ab 14:30 Uhr"],
    ["morgen", "Dienstag, 1. Dezember"],
    ["morgen um drei", "Dienstag, 1. Dezember, 15:00 Uhr"],
    ["morgen gegen drei", "Dienstag, 1. Dezember, gegen 15:00 Uhr"],
    ["morgen zwischen 10 und 12", "Dienstag, 1. Dezember, 10:00 bis 12:00 Uhr"],
    ["nächste Woche", "Montag, 7. Dezember, bis Sonntag, 13. Dezember"],
    ["ab Mittwoch", "ab Mittwoch, 2. Dezember"],
    ["am 3. Oktober", "Sonntag, 3. Oktober 2027"],
    ["Montag oder Mittwoch", "Mittwoch, 2. Dezember oder Montag, 7. Dezember"],
    ["so früh wie möglich", "so bald wie möglich"],
  ])("%s", (text, sentence) => {
    expect(understood(text).sentence).toBe(sentence);
  });

  it.each([
    ["nach 17 Uhr", "täglich ab 17:00 Uhr"],
    ["ab 08:00", "täglich ab 08:00 Uhr"],
    ["täglich um acht", "täglich um 08:00 Uhr"],
    ["nachmittags", "täglich von 12:00 bis 18:00 Uhr"],
    ["nachts", "täglich von 22:00 bis 06:00 Uhr"],
    ["dienstags und donnerstags", "dienstags und donnerstags"],
    ["dienstags und donnerstags ab 17 Uhr", "dienstags und donnerstags ab 17:00 Uhr"],
    [
      "dienstags nachmittags oder donnerstags ab 14 Uhr",
      "dienstags von 12:00 bis 18:00 Uhr oder donnerstags ab 14:00 Uhr",
    ],
    ["montags, mittwochs und freitags um neun", "montags, mittwochs und freitags um 09:00 Uhr"],
    ["werktags nach 17 Uhr", "montags bis freitags ab 17:00 Uhr"],
    ["jeden Tag außer Freitag", "täglich außer freitags"],
    ["jedes Wochenende", "samstags und sonntags"],
    ["dienstags ab Januar", "dienstags, ab Dienstag, 5. Januar 2027"],
    ["jeden Montag im Dezember", "montags, von Montag, 7. Dezember bis Montag, 28. Dezember"],
    [
      "nächste Woche vormittags",
      "Montag, 7. Dezember bis Sonntag, 13. Dezember, jeweils 08:00 bis 12:00 Uhr",
    ],
    ["morgen um 8 oder um 10", "Dienstag, 1. Dezember, 08:00 Uhr oder Dienstag, 1. Dezember, 10:00 Uhr"],
  ])("of what comes again and again: %s", (text, sentence) => {
    expect(understood(text).sentence).toBe(sentence);
  });

  it.each([
    ["after 5", "every day from 5:00 pm"],
    ["every day at nine", "every day at 9:00 am"],
    ["Tuesdays and Thursdays", "Tuesdays and Thursdays"],
    ["Tuesdays and Thursdays after 5", "Tuesdays and Thursdays from 5:00 pm"],
    ["weekday mornings", "Mondays to Fridays from 6:00 am to 12:00 pm"],
    ["any day but Friday", "every day except Fridays"],
  ])("of what comes again and again, in English: %s", (text, sentence) => {
    expect(understood(text, { language: "en" }).sentence).toBe(sentence);
  });

  it("of what has begun today is that of any other day", () => {
    const now = Date.parse("2026-11-30T18:30:00+01:00");
    expect(understood("nach 17 Uhr", { now }).sentence).toBe("täglich ab 17:00 Uhr");
    expect(understood("montags und freitags", { now }).sentence).toBe("montags und freitags");
  });

  it("is in the question's language, whatever was spoken", () => {
    expect(understood("morgen um drei", { language: "en" }).sentence).toBe("Tuesday, 1 December, 3:00 pm");
    expect(understood("tomorrow at three").sentence).toBe("Dienstag, 1. Dezember, 15:00 Uhr");
  });
});

describe("ambiguities", () => {
  it("tell the other next Wednesday", () => {
    const { ambiguities, sentence } = understood("nächsten Mittwoch");
    expect(sentence).toBe("Mittwoch, 9. Dezember");
    expect(ambiguities.map((other) => other.sentence)).toEqual(["Mittwoch, 2. Dezember"]);
  });

  it("are none where both readings are one day", () => {
    expect(understood("nächsten Montag").ambiguities).toEqual([]);
  });

  it("tell the other half of the day where both are open", () => {
    const openingHours = () => [{ from: 6 * 60, to: 22 * 60 }];
    const { ambiguities } = understood("morgen um acht", { openingHours });
    expect(ambiguities.map(({ sentence }) => sentence)).toEqual(["Dienstag, 1. Dezember, 20:00 Uhr"]);
  });
});

describe("morning or afternoon", () => {
  it("is the reading inside opening time", () => {
    const nights = () => [{ from: 0, to: 7 * 60 }];
    expect(rangesOf("morgen um drei")).toEqual(["2026-12-01T15:00 – 2026-12-01T15:01"]);
    expect(rangesOf("morgen um drei", { openingHours: nights })).toEqual([
      "2026-12-01T03:00 – 2026-12-01T03:01",
    ]);
  });

  it("looks at the day that is meant", () => {
    const tuesday = parseDate("2026-12-01")!;
    const openingHours = (day: number) =>
      day === tuesday ? [{ from: 420, to: 720 }] : [{ from: 720, to: 1200 }];
    expect(rangesOf("Dienstag um sieben", { openingHours })).toEqual(["2026-12-01T07:00 – 2026-12-01T07:01"]);
    expect(rangesOf("Mittwoch um sieben", { openingHours })).toEqual(["2026-12-02T19:00 – 2026-12-02T19:01"]);
  });
});

describe("an open query", () => {
  it.each([
    "so früh wie möglich",
    "nächste Woche",
    "ab Mittwoch",
    "nachmittags",
    "Montag oder Mittwoch",
    "egal wann",
  ])("%s", (text) => {
    expect(understood(text).isOpenQuery).toBe(true);
  });

  it.each(["morgen", "morgen früh", "um drei", "Dienstag ab 14 Uhr", "heute Nacht"])("not: %s", (text) => {
    expect(understood(text).isOpenQuery).toBe(false);
  });
});

describe("a vague time is a stretch in which something can begin", () => {
  const quarterToTen = Date.parse("2026-11-30T09:43:00+01:00");
  it.each<[string, Language, string]>([
    ["gegen elf", "de", "2026-11-30T10:30 – 2026-11-30T11:30"],
    ["so um elf rum", "de", "2026-11-30T10:30 – 2026-11-30T11:30"],
    ["kurz vor elf", "de", "2026-11-30T10:30 – 2026-11-30T11:00"],
    ["in einer halben Stunde", "de", "2026-11-30T10:13 – 2026-11-30T11:13"],
    ["eine Stunde später", "de", "2026-11-30T10:43 – 2026-11-30T11:43"],
    ["jetzt", "de", "2026-11-30T09:43 – …"],
    ["around eleven", "en", "2026-11-30T10:30 – 2026-11-30T11:30"],
    ["shortly after eleven", "en", "2026-11-30T11:00 – 2026-11-30T11:30"],
    ["in two hours", "en", "2026-11-30T11:43 – 2026-11-30T12:43"],
    ["right now", "en", "2026-11-30T09:43 – …"],
  ])("%s", (text, language, range) => {
    expect(rangesOf(text, { language, now: quarterToTen })).toEqual([range]);
  });

  it("as long as the account says", () => {
    const conventions = { shortlyMinutes: 20, leewayMinutes: 45 };
    expect(rangesOf("kurz nach elf", { conventions })).toEqual(["2026-11-30T11:00 – 2026-11-30T11:20"]);
    expect(rangesOf("in einer Stunde", { conventions })).toEqual(["2026-11-30T09:00 – 2026-11-30T09:45"]);
  });
});

describe("the sooner the better", () => {
  it.each<[string, Language]>([
    ["so früh wie möglich", "de"],
    ["nächste Woche so früh wie möglich", "de"],
    ["am Freitag möglichst früh", "de"],
    ["jetzt gleich", "de"],
    ["frühestens Freitag", "de"],
    ["frühestens um drei", "de"],
    ["as soon as possible", "en"],
    ["right now", "en"],
    ["Friday at the earliest", "en"],
  ])("%s", (text, language) => {
    expect(understood(text, { language })).toMatchObject({ isOpenQuery: true, isSoonest: true });
  });

  it.each(["ab Freitag", "egal wann", "nächste Woche", "nachmittags", "Freitag frühestens um drei"])(
    "not: %s",
    (text) => {
      expect(understood(text).isSoonest).toBe(false);
    },
  );
});

describe("relative to the appointment that is spoken of", () => {
  const reference = Date.parse("2026-12-03T14:00:00+01:00") / 60_000;

  it.each<[string, Language, string]>([
    ["später", "de", "2026-12-03T14:01 – …"],
    ["früher als mein Termin", "de", "2026-11-30T08:00 – 2026-12-03T14:00"],
    ["eine Stunde später", "de", "2026-12-03T15:00 – 2026-12-03T15:01"],
    ["eine Stunde früher", "de", "2026-12-03T13:00 – 2026-12-03T13:01"],
    ["am Tag danach", "de", "2026-12-04T00:00 – 2026-12-05T00:00"],
    ["eine Woche später", "de", "2026-12-10T00:00 – 2026-12-11T00:00"],
    ["later than my appointment", "en", "2026-12-03T14:01 – …"],
    ["an hour earlier", "en", "2026-12-03T13:00 – 2026-12-03T13:01"],
    ["the day after", "en", "2026-12-04T00:00 – 2026-12-05T00:00"],
    ["two days later", "en", "2026-12-05T00:00 – 2026-12-06T00:00"],
  ])("%s", (text, language, range) => {
    expect(rangesOf(text, { language, reference })).toEqual([range]);
  });

  it("without one it is not understood", () => {
    expect(ask("später als mein Termin").kind).toBe("unknown");
    expect(ask("earlier than my appointment", { language: "en" }).kind).toBe("unknown");
  });
});

describe("conventions of an account", () => {
  it("next weekday", () => {
    expect(rangesOf("nächsten Mittwoch", { conventions: { nextWeekday: "coming" } })).toEqual([
      "2026-12-02T00:00 – 2026-12-03T00:00",
    ]);
  });

  it("order of day and month, from the country or said", () => {
    const start = (more: Partial<TimeQuestion>) =>
      rangesOf("10/3", { language: "en", ...more })[0]!.slice(0, 10);
    expect(start({})).toBe("2027-10-03");
    expect(start({ country: "GB" })).toBe("2027-03-10");
    expect(start({ country: "US" })).toBe("2027-10-03");
    expect(start({ country: "US", conventions: { slashOrder: "day_first" } })).toBe("2027-03-10");
  });
});

describe("people whose names are times", () => {
  it.each([
    ["bei Frau Sommer am Dienstag", "2026-12-01T00:00 – 2026-12-02T00:00"],
    ["am Mittwoch bei Herrn Freitag", "2026-12-02T00:00 – 2026-12-03T00:00"],
    ["Doktor März morgen", "2026-12-01T00:00 – 2026-12-02T00:00"],
  ])("%s", (text, range) => {
    expect(rangesOf(text)).toEqual([range]);
  });
});

describe("the reading that was not chosen", () => {
  it.each<[string, Language, string, string]>([
    [
      "morgen um Mitternacht",
      "de",
      "2026-12-01T00:00 – 2026-12-01T00:01",
      "Mittwoch, 2. Dezember, 00:00 Uhr",
    ],
    ["tomorrow at midnight", "en", "2026-12-01T00:00 – 2026-12-01T00:01", "Wednesday, 2 December, 12:00 am"],
    ["Mittwoch, 1. Dezember", "de", "2026-12-01T00:00 – 2026-12-02T00:00", "Mittwoch, 2. Dezember"],
    ["Wednesday, December 1st", "en", "2026-12-01T00:00 – 2026-12-02T00:00", "Wednesday, 2 December"],
  ])("%s", (text, language, range, other) => {
    expect(rangesOf(text, { language })).toEqual([range]);
    expect(understood(text, { language }).ambiguities.map(({ sentence }) => sentence)).toEqual([other]);
  });

  it("a weekday that contradicts its date is told", () => {
    expect(understood("Mittwoch, 1. Dezember").why).toContain("the date is not on that weekday");
    expect(understood("Dienstag, 1. Dezember").why).not.toContain("the date is not on that weekday");
    expect(understood("Dienstag, 1. Dezember").ambiguities).toEqual([]);
  });

  it("in London the day of a date with a stroke stands first, in New York the month", () => {
    const ask56 = (name: string) =>
      rangesOf("5/6", { language: "en", zone: TimeZone.named(name)! })[0]!.slice(0, 10);
    expect(ask56("Europe/London")).toBe("2027-06-05");
    expect(ask56("Australia/Sydney")).toBe("2027-06-05");
    expect(ask56("America/New_York")).toBe("2027-05-06");
  });
});

describe("the morning of a day, said in its afternoon, is past", () => {
  const now = Date.parse("2026-11-30T14:00:00+01:00");
  it.each<[string, Language]>([
    ["heute früh", "de"],
    ["this morning", "en"],
    ["this morning at nine", "en"],
  ])("%s", (text, language) => {
    expect(ask(text, { language, now })).toMatchObject({ kind: "impossible", reason: "past" });
  });
});

describe("time zones", () => {
  it("today is the zone's", () => {
    const auckland = TimeZone.named("Pacific/Auckland")!;
    const now = Date.parse("2026-11-30T20:00:00+01:00");
    expect(rangesOf("heute", { now })).toEqual(["2026-11-30T20:00 – 2026-12-01T00:00"]);
    expect(rangesOf("morgen", { now, zone: auckland })).toEqual(["2026-12-02T00:00 – 2026-12-03T00:00"]);
  });

  it("a time in the gap of a clock change moves forward", () => {
    expect(rangesOf("28.3.2027 um 2:30 Uhr früh")).toEqual(["2027-03-28T03:30 – 2027-03-28T03:31"]);
  });
});

describe("what could change the meaning is not passed over", () => {
  it.each([
    "Rat 6",
    "1 adult",
    "3 30 17",
    "jeden zweiten Dienstag",
    "weder Montag noch Dienstag",
    "vier",
    "",
    "?!",
    "constructor",
    "__proto__",
    "toString",
  ])("%j is not understood", (text) => {
    expect(ask(text).kind).toBe("unknown");
    expect(ask(text, { language: "en" }).kind).toBe("unknown");
  });
});
