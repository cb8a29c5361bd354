import { describe, expect, it } from "vitest";
import { formatDate, parseDate } from "../scheduling/calendar-date.ts";
import { type HolidayRegion, holidayCalendar } from "./public-holidays.ts";

const calendar = holidayCalendar();

function holidays(region: HolidayRegion, year: number): string[] {
  const dates: string[] = [];
  const end = parseDate(`${year + 1}-01-01`)!;
  for (let day = parseDate(`${year}-01-01`)!; day < end; day += 1)
    if (calendar.isPublicHoliday(region, day)) dates.push(formatDate(day).slice(5));
  return dates;
}

describe("public holidays", () => {
  it("of Saxony have Reformationstag and Buß- und Bettag", () => {
    expect(holidays({ country: "DE", state: "SN" }, 2026)).toEqual([
      "01-01",
      "04-03",
      "04-06",
      "05-01",
      "05-14",
      "05-25",
      "10-03",
      "10-31",
      "11-18",
      "12-25",
      "12-26",
    ]);
  });

  it("of Bavaria have Epiphany, Corpus Christi and All Saints, and no Buß- und Bettag", () => {
    expect(holidays({ country: "DE", state: "BY" }, 2027)).toEqual([
      "01-01",
      "01-06",
      "03-26",
      "03-29",
      "05-01",
      "05-06",
      "05-17",
      "05-27",
      "10-03",
      "11-01",
      "12-25",
      "12-26",
    ]);
  });

  it("without a state are the nationwide ones", () => {
    expect(holidays({ country: "DE" }, 2026)).toEqual([
      "01-01",
      "04-03",
      "04-06",
      "05-01",
      "05-14",
      "05-25",
      "10-03",
      "12-25",
      "12-26",
    ]);
  });

  it("of the United States have the substitute of a weekend's holiday", () => {
    expect(holidays({ country: "US" }, 2026)).toEqual(
      expect.arrayContaining(["01-01", "07-03", "07-04", "11-26", "12-25"]),
    );
  });

  it("of several days cover each of them", () => {
    expect(holidays({ country: "AM" }, 2026)).toEqual(
      expect.arrayContaining(["01-01", "01-02", "01-03", "01-04", "01-05"]),
    );
  });

  it("are not evenings: Queensland works on Christmas Eve until six", () => {
    expect(holidays({ country: "AU", state: "QLD" }, 2026)).not.toContain("12-24");
  });

  it("of an unknown region are none, also when its country has some", () => {
    expect(holidays({ country: "DE", state: "ZZ" }, 2026)).toEqual([]);
    expect(holidays({ country: "XX" }, 2026)).toEqual([]);
  });
});

describe("a region", () => {
  it.each([
    [{ country: "DE" }, "ok"],
    [{ country: "DE", state: "SN" }, "ok"],
    [{ country: "US", state: "CA" }, "ok"],
    [{ country: "DE", state: "Sachsen" }, "unknown_state"],
    [{ country: "DE", state: "" }, "unknown_state"],
    [{ country: "Deutschland" }, "unknown_country"],
    [{ country: "constructor" }, "unknown_country"],
  ])("%j is %s", (region, answer) => {
    expect(calendar.hasRegion(region)).toBe(answer);
  });
});
