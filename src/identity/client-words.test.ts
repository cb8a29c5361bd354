import { expect, it } from "vitest";
import { clientInWords } from "./client-words.ts";

const GERMAN = { country: "DE", language: "de", today: "2026-11-30" } as const;
const ENGLISH = { country: "US", language: "en", today: "2026-11-30" } as const;

it.each([
  ["Mustermann", { lastname: "Mustermann" }],
  ["Max Mustermann", { firstname: "Max", lastname: "Mustermann" }],
  ["Anna von der Heide", { firstname: "Anna", lastname: "von der Heide" }],
  ["Max Mustermann 25.7.85", { firstname: "Max", lastname: "Mustermann", dob: "25.7.85" }],
  ["1985-07-25 Mustermann", { lastname: "Mustermann", dob: "1985-07-25" }],
  ["Mustermann 25. Juli 1985", { lastname: "Mustermann", dob: "25. Juli 1985" }],
  [
    "Mustermann fünfundzwanzigster siebter neunzehnhundert fünfundachtzig",
    { lastname: "Mustermann", dob: "fünfundzwanzigster siebter neunzehnhundert fünfundachtzig" },
  ],
  ["0341 1234567", { phone: "+493411234567" }],
  ["+49 341 1234567 Mustermann", { lastname: "Mustermann", phone: "+493411234567" }],
  ["null drei vier eins eins zwei drei vier fünf sechs sieben", { phone: "+493411234567" }],
  ["Mustermann 25.7.85 0341 1234567", { lastname: "Mustermann", dob: "25.7.85", phone: "+493411234567" }],
  ["Mustermann max@example.com", { lastname: "Mustermann", email: "max@example.com" }],
])("%s", (text, details) => {
  expect(clientInWords(text.split(" "), GERMAN)).toEqual(details);
});

it("a month before its day is no name", () => {
  const words = "Jane Miller July 25th 1985".split(" ");
  expect(clientInWords(words, ENGLISH)).toEqual({
    firstname: "Jane",
    lastname: "Miller",
    dob: "July 25th 1985",
  });
});

it("what is no number that can exist is left as it was typed", () => {
  expect(clientInWords(["Mustermann", "12"], GERMAN)).toEqual({ firstname: "Mustermann", lastname: "12" });
});
