import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understandPhone } from "./spoken-phone.ts";

const german = (text: string) => understandPhone(text, { country: "DE", language: "de" });
const british = (text: string) => understandPhone(text, { country: "GB", language: "en" });

describe("one number, however it is written or said in German", () => {
  it.each([
    "0341 1234567",
    "0341/1234567",
    "+49 (0)341 1234567",
    "0049 341 1234567",
    "+490341 1234567",
    "sip:+493411234567@sip.example.com",
    "null drei vier eins eins zwei drei vier fünf sechs sieben",
    "null drei vier eins eins zwo drei vier fünf sechs sieben",
    "Null Drei Vier Eins, zwölf vierunddreißig fünfhundertsiebenundsechzig",
    "null vierunddreißig eins zwölf vierunddreißig fünf sechs sieben",
    "plus neunundvierzig drei vier eins zwölf drei vier fünf sechs sieben",
    "plus vier neun drei vier eins eins zwei drei vier fünf sechs sieben",
    "null null vier neun drei vier eins eins zwei drei vier fünf sechs sieben",
    "ähm, meine Nummer ist die null drei vier eins und dann eins zwei drei vier fünf sechs sieben",
    "0341 zwölf drei vier 567",
  ])("%s", (text) => {
    expect(german(text)).toEqual({ status: "ok", value: "+493411234567", candidates: ["+493411234567"] });
  });
});

it.each([
  ["null eins sieben eins doppel vier drei zwei eins null neun", "+491714432109"],
  ["null eins sieben eins zweimal die vier drei zwei eins null neun", "+491714432109"],
  ["null einhunderteinundsiebzig vierundvierzig zweiunddreißig zehn neun", "+491714432109"],
])("%s", (text, number) => {
  expect(german(text).value).toBe(number);
});

it.each([
  ["oh two oh seven nine four six oh nine five eight", "+442079460958"],
  ["oh two oh seven nine four six triple zero one", "+442079460001"],
  ["zero two oh seven, nine four six, double oh five eight", "+442079460058"],
  ["plus forty four twenty seventy nine forty six oh nine fifty eight", "+442079460958"],
])("%s", (text, number) => {
  expect(british(text).value).toBe(number);
});

it.each([
  "anonym",
  "Nummer unterdrückt",
  "private",
  "withheld",
  "unknown",
  "",
  "Max",
  "12",
  "null null null",
  "double",
  "+",
])("%j is no number", (text) => {
  expect(german(text)).toEqual({ status: "invalid", value: null, candidates: [] });
});

it("without its area code it could be anybody's", () => {
  expect(german("1234567").status).toBe("invalid");
  expect(german("eins zwei drei vier fünf sechs sieben").status).toBe("invalid");
});

it("without a country a national number is none, an international one is", () => {
  const nowhere = { country: undefined, language: "de" } as const;
  expect(understandPhone("0341 1234567", nowhere).status).toBe("invalid");
  expect(understandPhone("+49 341 1234567", nowhere).value).toBe("+493411234567");
});

it.each([
  "entweder 030 12345678 oder 0171 1234567",
  "null drei null eins zwei drei vier fünf sechs sieben acht oder null eins sieben eins zwölf vierunddreißig fünf sechs sieben",
])("two numbers stay two: %s", (text) => {
  expect(german(text)).toEqual({
    status: "ambiguous",
    value: "+493012345678",
    candidates: ["+493012345678", "+491711234567"],
  });
});

it("digits that were written as one word are digits", () => {
  expect(german("null drei vier eins dreifünf neunneun eins zwei drei").value).toBe("+493413599123");
});

it("hundreds within a number are zeros", () => {
  const american = { country: "US", language: "en" } as const;
  expect(understandPhone("one eight hundred five five five one two one two", american).value).toBe(
    "+18005551212",
  );
  expect(british("oh eight hundred one two three four five six").value).toBe("+44800123456");
});

const DIGITS = {
  de: "null eins zwei drei vier fünf sechs sieben acht neun".split(" "),
  en: "oh one two three four five six seven eight nine".split(" "),
};

it("every number is understood digit by digit, and with doubles", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[2-9]\d{6}$/),
      fc.constantFrom("de", "en"),
      fc.boolean(),
      (local, language, doubles) => {
        const number = `0341${local}`;
        const said = Array.from(number, (digit) => DIGITS[language][Number(digit)]!);
        const words = doubles
          ? said
              .join(" ")
              .replace(
                /\b(\S+) \1\b/gu,
                (_, word: string) => `${language === "de" ? "doppel" : "double"} ${word}`,
              )
          : said.join(" ");
        expect(understandPhone(words, { country: "DE", language }).value, words).toBe(`+49341${local}`);
      },
    ),
  );
});

it("no text makes it fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      german(text);
      british(text);
    }),
  );
});
