import { describe, expect, it } from "vitest";
import type { ClientDetails, ClientKeys } from "./client.ts";
import { clientKeys } from "./client-keys.ts";
import { bestFits, canIdentify, fitOf, hasSameName, isSamePerson } from "./match.ts";

const MAX = {
  firstname: "Max",
  lastname: "Mustermann",
  dob: "1985-07-25",
  phone: "0341 1234567",
  email: "max@example.com",
};

function keys(details: ClientDetails): ClientKeys {
  return clientKeys(details, "DE");
}

describe("what can identify anyone", () => {
  it.each<ClientDetails>([
    { phone: "0341 1234567" },
    { email: "max@example.com" },
    { firstname: "Max", lastname: "Mustermann" },
    { firstname: "Max", dob: "1985-07-25" },
    { lastname: "Mustermann", dob: "1985-07-25" },
  ])("%j", (said) => {
    expect(canIdentify(keys(said))).toBe(true);
  });

  it.each<ClientDetails>([
    {},
    { firstname: "Max" },
    { lastname: "Mustermann" },
    { dob: "1985-07-25" },
    { street: "Beispiel Str. 2", zip: "01044", city: "Musterstadt" },
    { firstname: "Max", lastname: "…" },
    { firstname: "Max", phone: "anonymous" },
  ])("not %j", (said) => {
    expect(canIdentify(keys(said))).toBe(false);
  });
});

describe("how well a card fits", () => {
  it("by how many members agree", () => {
    const card = keys(MAX);
    expect(fitOf(keys(MAX), card)).toBe(5);
    expect(fitOf(keys({ firstname: "max", lastname: "MUSTERMANN" }), card)).toBe(2);
    expect(fitOf(keys({ phone: "+493411234567" }), card)).toBe(1);
  });

  it("a name or date of birth that differs rules it out, whatever else agrees", () => {
    for (const other of [{ firstname: "Moritz" }, { lastname: "Meyer" }, { dob: "1990-01-12" }]) {
      expect(fitOf(keys({ ...MAX, ...other }), keys(MAX))).toBeUndefined();
    }
  });

  it("a phone or mail address that differs does not, but proves nothing", () => {
    expect(fitOf(keys({ ...MAX, phone: "0351 7654321", email: "other@example.com" }), keys(MAX))).toBe(3);
    expect(fitOf(keys({ phone: "0351 7654321" }), keys(MAX))).toBeUndefined();
  });

  it("what the card does not know rules nothing out, but what agrees must identify on its own", () => {
    const { phone, email, dob, ...name } = MAX;
    expect(fitOf(keys(MAX), keys(name))).toBe(2);
    expect(fitOf(keys(MAX), keys({ firstname: "Max" }))).toBeUndefined();
    expect(fitOf(keys(MAX), keys({ firstname: "Max", dob }))).toBe(2);
    expect(fitOf(keys(MAX), keys({ phone }))).toBe(1);
    expect(fitOf(keys(MAX), keys({ email }))).toBe(1);
    expect(fitOf(keys(MAX), keys({}))).toBeUndefined();
  });

  it("two cards that know nothing do not agree", () => {
    expect(fitOf(keys({}), keys({}))).toBeUndefined();
  });
});

it("best fits come first, then in the given order; who does not fit is left out", () => {
  const { firstname, lastname, dob, phone } = MAX;
  const cards = [
    { id: "name", keys: keys({ firstname, lastname }) },
    { id: "other", keys: keys({ firstname, lastname, dob: "1990-01-12" }) },
    { id: "all", keys: keys(MAX) },
    { id: "name too", keys: keys({ firstname, lastname }) },
    { id: "with phone", keys: keys({ firstname, lastname, phone }) },
  ];
  expect(bestFits(keys({ firstname, lastname, dob, phone }), cards).map((card) => card.id)).toEqual([
    "all",
    "with phone",
    "name",
    "name too",
  ]);
});

describe("the same person", () => {
  it.each(["dob", "phone", "email"] as const)("both names and %s agree", (proof) => {
    const { firstname, lastname } = MAX;
    expect(isSamePerson(keys({ firstname, lastname, [proof]: MAX[proof] }), keys(MAX))).toBe(true);
  });

  it("names alone are not enough: there are many of a name", () => {
    const { firstname, lastname } = MAX;
    expect(isSamePerson(keys({ firstname, lastname }), keys(MAX))).toBe(false);
  });

  it("a phone alone is not enough: families share one", () => {
    expect(isSamePerson(keys({ phone: MAX.phone }), keys(MAX))).toBe(false);
    expect(isSamePerson(keys({ ...MAX, firstname: "Mia" }), keys(MAX))).toBe(false);
    expect(isSamePerson(keys({ lastname: MAX.lastname, phone: MAX.phone }), keys(MAX))).toBe(false);
  });

  it("another date of birth is another person of that name and phone", () => {
    expect(isSamePerson(keys({ ...MAX, dob: "1955-01-01" }), keys(MAX))).toBe(false);
  });
});

describe("the same name", () => {
  const { firstname, lastname, dob } = MAX;

  it("folded, and with dates of birth that do not differ", () => {
    expect(hasSameName(keys({ firstname: "MAX", lastname: "mustermann" }), keys(MAX))).toBe(true);
    expect(hasSameName(keys({ firstname, lastname, dob }), keys({ firstname, lastname }))).toBe(true);
    expect(hasSameName(keys({ firstname, lastname, dob: "1990-01-12" }), keys(MAX))).toBe(false);
  });

  it("who has only one of the names has another name than who has both", () => {
    expect(hasSameName(keys({ firstname }), keys({ firstname }))).toBe(true);
    expect(hasSameName(keys({ firstname }), keys({ firstname, lastname }))).toBe(false);
  });

  it("who has no name has nobody's name", () => {
    expect(hasSameName(keys({}), keys({}))).toBe(false);
    expect(hasSameName(keys({ dob }), keys({ dob }))).toBe(false);
  });
});
