import { describe, expect, it } from "vitest";
import type { Client } from "../identity/client.ts";
import type { AccountConfiguration } from "../scheduling/configuration.ts";
import { differenceOf } from "./difference.ts";
import { readPracticeFile } from "./read-practice-file.ts";

const TEXT = `
account: { id: a, name: A }
entities:
  - id: e
    name: E
    timezone: Europe/Berlin
    hours: { mon: ["08:00-12:00"] }
    overrides: { "2026-12-24": [], "2026-12-31": [] }
    agents: [{ id: ann, firstname: Ann, lastname: A }, { id: ben, firstname: Ben, lastname: B }]
    appointmentTypes: [{ id: t, name: T, agents: [ann], products: [{ id: p, name: P, durationMinutes: 30, price: 1 }] }]
`;

async function read(text: string): Promise<AccountConfiguration> {
  const reading = await readPracticeFile(text, "a.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

async function differencesAfter(passage: string, replacement: string) {
  const before = { configuration: await read(TEXT), clients: [] };
  return differenceOf(before, { configuration: await read(TEXT.replace(passage, replacement)), clients: [] });
}

const max: Client = {
  id: "c1",
  firstname: "Max",
  lastname: "Mustermann",
  email: null,
  dob: "1985-07-25",
  phone: null,
  street: null,
  zip: null,
  city: null,
  country: null,
};

describe("the difference of two states", () => {
  it("of equal ones is empty, whatever the order of members and with undefined ones", async () => {
    expect(
      await differencesAfter('"2026-12-24": [], "2026-12-31": []', '"2026-12-31": [], "2026-12-24": []'),
    ).toEqual([]);
    const configuration = await read(TEXT);
    const stored = JSON.parse(JSON.stringify(configuration));
    expect(
      differenceOf({ configuration, clients: [max] }, { configuration: stored, clients: [{ ...max }] }),
    ).toEqual([]);
  });

  it("names the member that changed", async () => {
    expect(await differencesAfter('["08:00-12:00"]', '["08:00-13:00"]')).toEqual([
      {
        change: "change",
        kind: "entity",
        id: "e",
        member: "hours",
        before: { mon: ["08:00-12:00"] },
        after: { mon: ["08:00-13:00"] },
      },
    ]);
  });

  it("shows null for a member that is not there", async () => {
    expect(await differencesAfter("name: P,", "name: P, maxBookingsPerDay: 3,")).toEqual([
      { change: "change", kind: "product", id: "p", member: "maxBookingsPerDay", before: null, after: 3 },
    ]);
  });

  it("shows what was added and removed by its name", async () => {
    expect(await differencesAfter("{ id: ben, firstname: Ben", "{ id: bob, firstname: Bob")).toEqual([
      { change: "remove", kind: "agent", id: "ben", member: null, before: "Ben B", after: null },
      { change: "add", kind: "agent", id: "bob", member: null, before: null, after: "Bob B" },
    ]);
  });

  it("shows a new order, which callers hear", async () => {
    const swapped =
      "agents: [{ id: ben, firstname: Ben, lastname: B }, { id: ann, firstname: Ann, lastname: A }]";
    const inOrder =
      "agents: [{ id: ann, firstname: Ann, lastname: A }, { id: ben, firstname: Ben, lastname: B }]";
    expect(await differencesAfter(inOrder, swapped)).toEqual([
      {
        change: "change",
        kind: "entity",
        id: "e",
        member: "order of agents",
        before: ["ann", "ben"],
        after: ["ben", "ann"],
      },
    ]);
  });

  it("shows clients member by member", async () => {
    const configuration = await read(TEXT);
    const after = { ...max, phone: "+493411234567" };
    expect(differenceOf({ configuration, clients: [max] }, { configuration, clients: [after] })).toEqual([
      { change: "change", kind: "client", id: "c1", member: "phone", before: null, after: "+493411234567" },
    ]);
  });
});
