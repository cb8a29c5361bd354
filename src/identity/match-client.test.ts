import { describe, expect, it } from "vitest";
import type { ClientDetails, ClientDetailsOrNulls } from "./client.ts";
import { isAnswered, isSamePerson, type MatchContext, matchClient } from "./match-client.ts";

const CONTEXT: MatchContext = { country: "DE", today: "2026-11-24", language: "de" };
const MAX = {
  firstname: "Max",
  lastname: "Mustermann",
  dob: "1985-07-25",
  phone: "+493411234567",
  email: "max@example.com",
};
const { firstname, lastname, dob, phone, email } = MAX;

const match = (said: ClientDetails, stored: ClientDetailsOrNulls) => matchClient(said, stored, CONTEXT);
const answered = (said: ClientDetails, stored: ClientDetailsOrNulls) => isAnswered(match(said, stored));
const samePerson = (said: ClientDetails, stored: ClientDetailsOrNulls) => isSamePerson(match(said, stored));

describe("who is answered", () => {
  it("the same names, whatever the card lacks", () => {
    expect(
      answered({ firstname, lastname, dob, phone }, { firstname, lastname, dob: null, phone: null }),
    ).toBe(true);
    expect(match({ firstname, lastname }, MAX)).toMatchObject({
      verdict: "same",
      names: "same",
      agreesOn: [],
    });
  });

  it("names that sound alike only when something else agrees", () => {
    const heard = { firstname: "Maks", lastname: "Mustamann" };
    expect(match(heard, MAX)).toMatchObject({ verdict: "candidate", names: "candidate" });
    expect(answered(heard, MAX)).toBe(false);
    for (const proof of [{ dob }, { phone }, { email }])
      expect(answered({ ...heard, ...proof }, MAX)).toBe(true);
  });

  it("not another name on the same phone: families share one", () => {
    expect(answered({ firstname: "Mia", lastname, phone }, MAX)).toBe(false);
    expect(match({ firstname: "Mia", lastname, phone }, MAX).contradictsOn).toEqual(["firstname"]);
  });

  it("not with another date of birth, and with a merely similar name it is somebody else altogether", () => {
    expect(match({ ...MAX, dob: "1955-01-01" }, MAX)).toMatchObject({ contradictsOn: ["dob"] });
    expect(answered({ ...MAX, dob: "1955-01-01" }, MAX)).toBe(false);
    expect(match({ ...MAX, lastname: "Mustamann", dob: "1955-01-01" }, MAX).verdict).toBe("different");
  });

  it("another phone or mail address lowers and does not rule out: people change them", () => {
    const other = match({ firstname, lastname, phone: "0351 7654321" }, MAX);
    expect(isAnswered(other)).toBe(true);
    expect(other.score).toBeLessThan(match({ firstname, lastname }, MAX).score);
    expect(answered({ phone: "0351 7654321" }, MAX)).toBe(false);
  });

  it("what agrees must identify on its own", () => {
    expect(answered({ lastname }, MAX)).toBe(false);
    expect(answered({ lastname, dob }, MAX)).toBe(true);
    expect(answered({ lastname, dob }, { lastname, dob: null })).toBe(false);
    expect(answered({ phone }, MAX)).toBe(true);
    expect(answered({ dob }, MAX)).toBe(false);
    expect(answered({}, MAX)).toBe(false);
    expect(answered({}, {})).toBe(false);
  });
});

describe("names in other members than the card's", () => {
  it.each<[ClientDetails, ClientDetailsOrNulls]>([
    [
      { firstname: "Schmitt", lastname: "Anna" },
      { firstname: "Anna", lastname: "Schmidt" },
    ],
    [{ lastname: "Anna Schmitt" }, { firstname: "Anna", lastname: "Schmidt" }],
    [{ lastname: "Schmidt Anna" }, { firstname: "Anna", lastname: "Schmidt" }],
    [{ firstname: "Anna Schmidt" }, { firstname: "Anna", lastname: "Schmidt" }],
    [{ lastname: "Schmidt Anna" }, { lastname: "Anna Schmidt" }],
  ])("%j is %j", (said, stored) => {
    expect(match(said, stored).names).toBe("same");
    expect(match(stored as ClientDetails, said).names).toBe("same");
  });

  it("a part of a double name is a hint", () => {
    const stored = { firstname: "Anna", lastname: "Müller-Lüdenscheidt" };
    expect(match({ firstname: "Anna", lastname: "Müller" }, stored).names).toBe("candidate");
    expect(match({ firstname: "Anna", lastname: "Lüdenscheidt" }, stored).names).toBe("candidate");
    expect(match({ firstname: "Anna", lastname: "Schulz" }, stored).names).toBe("different");
  });

  it("a family name in the other gender is a hint", () => {
    expect(
      match({ firstname: "Anna", lastname: "Iwanowa" }, { firstname: "Anna", lastname: "Ivanov" }).names,
    ).toBe("candidate");
    expect(
      match({ firstname: "Ewa", lastname: "Kowalska" }, { firstname: "Jan", lastname: "Kowalski" }).names,
    ).toBe("different");
  });
});

it("members that were only said are compared in canonical form", () => {
  const said = {
    lastname,
    phone: "null drei vier eins eins zwei drei vier fünf sechs sieben",
    dob: "fünfundzwanzigster siebter fünfundachtzig",
    email: "max at example punkt com",
  };
  expect(match(said, MAX).agreesOn).toEqual(["dob", "phone", "email"]);
  expect(match({ lastname, phone: "1234567" }, MAX).agreesOn).toEqual(["phone"]);
  expect(match({ lastname, phone: "anonymous" }, MAX)).toMatchObject({ agreesOn: [], contradictsOn: [] });
});

describe("whose card a booking goes on", () => {
  it("the same names and something else that agrees", () => {
    for (const proof of [{ dob }, { phone }, { email }])
      expect(samePerson({ firstname, lastname, ...proof }, MAX)).toBe(true);
    expect(samePerson({ firstname, lastname }, MAX)).toBe(false);
  });

  it("nobody's with another date of birth, with one of the names only, or with names that only sound alike", () => {
    expect(samePerson({ ...MAX, dob: "1955-01-01" }, MAX)).toBe(false);
    expect(samePerson({ lastname, phone }, MAX)).toBe(false);
    expect(samePerson({ ...MAX, lastname: "Mustamann" }, MAX)).toBe(false);
    expect(samePerson({ ...MAX, firstname: "Mia" }, MAX)).toBe(false);
  });

  it("forms of one name need more than the family's phone", () => {
    const father = { firstname: "Hans", lastname: "Meier", phone, dob };
    expect(samePerson({ firstname: "Johannes", lastname: "Meier", phone }, father)).toBe(false);
    expect(samePerson({ firstname: "Johannes", lastname: "Meier", dob }, father)).toBe(true);
    expect(samePerson({ firstname: "Hans", lastname: "Mayr", phone }, father)).toBe(true);
  });
});

it("who fits better has the higher score", () => {
  const cards = [
    MAX,
    { firstname, lastname, phone },
    { firstname: "Maks", lastname: "Mustamann", phone },
    { firstname: "Mia", lastname, phone },
  ];
  const scores = cards.map((card) => match(MAX, card).score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});
