import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DobContext, understandDob } from "./spoken-dob.ts";

const TODAY = "2026-11-24";
const german = (text: string) => understandDob(text, { today: TODAY, country: "DE", language: "de" });
const english = (text: string, country?: string) =>
  understandDob(text, { today: TODAY, country, language: "en" });

describe("one day in German", () => {
  it.each([
    "25.7.85",
    "25.07.1985",
    "25. 7. 1985",
    "25/07/1985",
    "25-07-85",
    "7/25/85",
    "1985-07-25",
    "1985/07/25",
    "25 Juli 1985",
    "25. Juli '85",
    "25071985",
    "250785",
    "2571985",
    "2507 1985",
    "fünfundzwanzigster siebter fünfundachtzig",
    "fünfundzwanzigster siebter neunzehnhundertfünfundachtzig",
    "der fünfundzwanzigste siebte fünfundachtzig",
    "fuenf und zwanzigster siebter fuenf und achtzig",
    "am fünfundzwanzigsten Juli neunzehn hundert fünfundachtzig",
    "fünfundzwanzig sieben neunzehn fünfundachtzig",
    "zwei fünf null sieben eins neun acht fünf",
    "ähm ich bin am 25. Juli 1985 geboren",
  ])("%s", (text) => {
    expect(german(text)).toEqual({ status: "ok", value: "1985-07-25", candidates: ["1985-07-25"] });
  });
});

describe("one day in English", () => {
  it.each([
    "July 25th 1985",
    "July 25, 85",
    "25th of July 1985",
    "25 July '85",
    "7/25/85",
    "25/07/1985",
    "1985-07-25",
    "twenty fifth of july nineteen eighty five",
    "july twenty fifth eighty five",
    "the twenty fifth of the seventh eighty five",
    "seven twenty five nineteen eighty five",
    "nineteen eighty five july twenty fifth",
  ])("%s", (text) => {
    expect(english(text)).toEqual({ status: "ok", value: "1985-07-25", candidates: ["1985-07-25"] });
  });
});

it.each([
  ["der erste erste zweitausend", "2000-01-01"],
  ["dritter März zweitausendfünf", "2005-03-03"],
  ["zwanzigster zehnter zwanzig zehn", "2010-10-20"],
  ["dritter vierter null fünf", "2005-04-03"],
  ["einunddreißigster zwölfter neunundneunzig", "1999-12-31"],
  ["siebenundzwanzigster achter siebenundsechzig", "1967-08-27"],
  ["29.2.2000", "2000-02-29"],
])("%s", (text, day) => {
  expect(german(text).value).toBe(day);
});

it.each([
  ["march third two thousand and five", "2005-03-03"],
  ["the first of may twenty oh five", "2005-05-01"],
  ["december thirty first nineteen ninety nine", "1999-12-31"],
  ["second of february nineteen hundred and twelve", "1912-02-02"],
])("%s", (text, day) => {
  expect(english(text).value).toBe(day);
});

it("two digits of a year are the last such year that is not to come", () => {
  expect(german("24.11.26").value).toBe("2026-11-24");
  expect(german("25.11.26").value).toBe("1926-11-25");
  expect(german("1.1.07").value).toBe("2007-01-01");
});

it("day and month in either order stay two readings where nobody knows the country", () => {
  const both = { status: "ambiguous", value: "1985-04-03", candidates: ["1985-04-03", "1985-03-04"] };
  expect(english("03/04/85")).toEqual(both);
  expect(english("three four eighty five")).toEqual(both);
  expect(english("03/04/85", "US")).toMatchObject({ status: "ok", value: "1985-03-04" });
  expect(english("03/04/85", "GB")).toMatchObject({ status: "ok", value: "1985-04-03" });
  expect(english("03/03/85")).toMatchObject({ status: "ok", value: "1985-03-03" });
  expect(german("03/04/85")).toMatchObject({ status: "ok", value: "1985-04-03" });
});

it.each([
  "31.02.1985",
  "29.2.1900",
  "32.1.1990",
  "15.13.1990",
  "0.5.1990",
  "1.1.1890",
  "25.12.2027",
  "1.1.",
  "März 1985",
  "fünfundachtzig",
  "",
  "heute",
  "00000000",
])("%j is no date of birth", (text) => {
  expect(german(text)).toEqual({ status: "invalid", value: null, candidates: [] });
});

it.each([
  ["3. oder 4. April 1985", "1985-04-03", "1985-04-04"],
  ["3.4.1985 oder 4.4.1985", "1985-04-03", "1985-04-04"],
  ["dritter vierter zweiundsechzig oder dreiundsechzig", "1962-04-03", "1963-04-03"],
  ["3. April oder Mai 1985", "1985-04-03", "1985-05-03"],
  ["3. April oder 4. Mai 1985", "1985-04-03", "1985-05-04"],
])("two alternatives stay two: %s", (text, one, other) => {
  expect(german(text)).toEqual({ status: "ambiguous", value: one, candidates: [one, other] });
});

it("a year said first leaves the day before the month in German", () => {
  expect(german("eins neun acht fünf, dritter vierter").value).toBe("1985-04-03");
  expect(german("neunzehnhundertfünfundachtzig dritter vierter").value).toBe("1985-04-03");
  expect(german("1985-04-03").value).toBe("1985-04-03");
  expect(english("two twelve sixty-four").candidates).toEqual(["1964-12-02", "1964-02-12"]);
});

const UNITS =
  "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");
const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(
  " ",
);
const ENGLISH_UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ENGLISH_MONTHS =
  "january february march april may june july august september october november december".split(" ");

function inGerman(number: number): string {
  if (number < 20) return UNITS[number - 1]!;
  const tens = TENS[Math.floor(number / 10) - 2]!;
  return number % 10 === 0 ? tens : `${UNITS[(number % 10) - 1]}und${tens}`;
}

function ordinal(number: number): string {
  const irregular = new Map([
    [1, "erster"],
    [3, "dritter"],
    [7, "siebter"],
    [8, "achter"],
  ]).get(number);
  return irregular ?? `${inGerman(number)}${number < 20 ? "ter" : "ster"}`;
}

function inEnglish(number: number): string {
  if (number < 20) return ENGLISH_UNITS[number - 1]!;
  const tens = ENGLISH_TENS[Math.floor(number / 10) - 2]!;
  return number % 10 === 0 ? tens : `${tens} ${ENGLISH_UNITS[(number % 10) - 1]}`;
}

it("every date of birth in every form is read back", () => {
  const day = fc.date({ min: new Date("1930-01-01"), max: new Date("1999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split("-").map(Number) as [number, number, number];
      const [yyyy = "", mm = "", dd = ""] = iso.split("-");
      const short = year % 100;
      for (const text of [
        `${dayOfMonth}.${month}.${yyyy}`,
        `${dd}.${mm}.${yyyy.slice(2)}`,
        `${dd}/${mm}/${yyyy}`,
        `${dd}${mm}${yyyy}`,
        `${dd}${mm}${yyyy.slice(2)}`,
        `${dayOfMonth}. ${MONTHS[month - 1]} ${yyyy}`,
        `${ordinal(dayOfMonth)} ${ordinal(month)} ${inGerman(short)}`,
        `${ordinal(dayOfMonth)} ${ordinal(month)} neunzehnhundert${inGerman(short)}`,
        `${ordinal(dayOfMonth)} ${MONTHS[month - 1]} neunzehn hundert ${inGerman(short)}`,
      ]) {
        expect(german(text).value, text).toBe(iso);
      }
      for (const text of [
        `${ENGLISH_MONTHS[month - 1]} ${dayOfMonth} ${yyyy}`,
        `${inEnglish(dayOfMonth)} ${ENGLISH_MONTHS[month - 1]} nineteen ${inEnglish(short)}`,
        `${ENGLISH_MONTHS[month - 1]} ${inEnglish(dayOfMonth)} nineteen ${inEnglish(short)}`,
      ]) {
        if (short >= 10) expect(english(text).value, text).toBe(iso);
      }
    }),
  );
});

it("no text makes it fail, or become a day that is to come", () => {
  const context = fc.record<DobContext>({
    today: fc.constant(TODAY),
    country: fc.constantFrom("DE", "US", "GB", undefined),
    language: fc.constantFrom("de", "en"),
  });
  const words = fc.array(
    fc.constantFrom(
      "erster",
      "zwölf",
      "1985",
      "hundert",
      "und",
      "oh",
      "may",
      "7",
      "/",
      "tausend",
      "19",
      "31st",
    ),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 200 }),
        words.map((one) => one.join(" ")),
      ),
      context,
      (text, where) => {
        for (const candidate of understandDob(text, where).candidates)
          expect(candidate <= TODAY && candidate >= "1906").toBe(true);
      },
    ),
  );
});
