import { describe, expect, it } from "vitest";
import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import { saidDetails, saidField, saidName } from "./said-details.ts";

const GERMANY = { language: "de", country: "DE", today: "2026-12-01" } as const;
const ENGLAND = { language: "en", country: "GB", today: "2026-12-01" } as const;

describe("a name", () => {
  it.each([
    ["mein Name ist Erika Musterfrau.", { firstname: "Erika", lastname: "Musterfrau" }],
    ["ja also ich heiße Ayşe Öztürk Müller", { firstname: "Ayşe", lastname: "Öztürk Müller" }],
    ["ich bin die Lena Krause bitte", { firstname: "Lena", lastname: "Krause" }],
    ["lena von der heide", { firstname: "Lena", lastname: "von der Heide" }],
    ["Karl-Heinz Müller-Lüdenscheidt", { firstname: "Karl-Heinz", lastname: "Müller-Lüdenscheidt" }],
    ["Nachname Krause, Vorname Lena", { firstname: "Lena", lastname: "Krause" }],
    ["Vorname Lena, Nachname von Krause", { firstname: "Lena", lastname: "von Krause" }],
    ["Frau Meier", { lastname: "Meier" }],
    ["Dr. Uwe Stein", { firstname: "Uwe", lastname: "Stein" }],
    ["Meier", { either: "Meier" }],
    ["Lena Krause K R A U S E", { firstname: "Lena", lastname: "Krause" }],
    ["M wie Martha, A wie Anton, Y wie Ypsilon, R wie Richard", { lastname: "Mayr" }],
  ])("is in: %s", (text, said) => {
    expect(saidName(text, GERMAN.words)).toEqual(said);
  });

  it.each([
    "nein danke",
    "das möchte ich nicht sagen",
    "will ich nicht",
    "keine Ahnung",
    "erika@example.com",
    "0341 123456",
    "warum wollen Sie das wissen",
    "…",
    "",
  ])("is not in: %s", (text) => {
    expect(saidName(text, GERMAN.words)).toBeUndefined();
  });

  it.each(["no thank you", "I'd rather not say", "why do you ask"])("is not in: %s", (text) => {
    expect(saidName(text, ENGLISH.words)).toBeUndefined();
  });
});

it.each([
  ["dob", "fünfundzwanzigster siebter fünfundachtzig", "1985-07-25"],
  ["dob", "31.2.1985", undefined],
  ["dob", "keine Ahnung", undefined],
  ["phone", "null drei vier eins zwölf vierunddreißig fünfhundertsiebenundsechzig", "+493411234567"],
  ["email", "max punkt mustermann ät example punkt com", "max.mustermann@example.com"],
  ["zip", "04109", "04109"],
  ["zip", "null vier eins null neun", "04109"],
  ["zip", "weiß nicht", undefined],
  ["city", "in Leipzig", "Leipzig"],
  ["street", "nein danke", undefined],
  ["lastname", "mein Nachname ist Krause", "Krause"],
] as const)("%s in: %s", (field, text, value) => {
  expect(saidField(field, text, GERMAN.words, GERMANY)).toBe(value);
});

describe("what is told without being asked", () => {
  it.each([
    ["Uwe Stein, geboren am 3.4.1966", { firstname: "Uwe", lastname: "Stein", dob: "1966-04-03" }],
    [
      "Uwe Stein, am dritten April 1966 geboren, meine Telefonnummer ist 0341 2223344",
      { firstname: "Uwe", lastname: "Stein", dob: "1966-04-03", phone: "+493412223344" },
    ],
    [
      "Uwe Stein und meine E-Mail ist uwe punkt stein at example punkt com",
      { firstname: "Uwe", lastname: "Stein", email: "uwe.stein@example.com" },
    ],
  ])("after a name: %s", (text, details) => {
    expect(saidDetails(text, GERMAN.words, GERMANY, { isName: true })).toEqual(details);
  });

  it.each([
    ["Guten Tag, mein Name ist Erika Gabler, ich möchte absagen", { firstname: "Erika", lastname: "Gabler" }],
    ["hier ist Erika Gabler ich brauche einen Termin", { firstname: "Erika", lastname: "Gabler" }],
    ["ich bin leider krank geworden und muss absagen", {}],
    ["hier ist Erika", {}],
    ["einen Termin morgen um neun", {}],
  ])("in an opening: %s", (text, details) => {
    expect(saidDetails(text, GERMAN.words, GERMANY)).toEqual(details);
  });

  it("in English", () => {
    const text = "Hi, my name is Jane Miller, born on April 3rd 1966, and I need an appointment";
    expect(saidDetails(text, ENGLISH.words, ENGLAND)).toEqual({
      firstname: "Jane",
      lastname: "Miller",
      dob: "1966-04-03",
    });
  });
});
