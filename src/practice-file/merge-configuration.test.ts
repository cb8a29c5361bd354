import { describe, expect, it } from "vitest";
import type { AccountConfiguration } from "../scheduling/configuration.ts";
import { mergeConfiguration } from "./merge-configuration.ts";
import { readPracticeFile } from "./read-practice-file.ts";

async function read(entities: string): Promise<AccountConfiguration> {
  const reading = await readPracticeFile(`account: { id: a, name: A }\nentities:\n${entities}`, "a.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

const current = await read(`
  - id: north
    name: North
    timezone: Europe/Berlin
    horizonDays: 30
    sipIds: [n1, n2]
    agents: [{ id: ann, firstname: Ann, lastname: A }, { id: ben, firstname: Ben, lastname: B }]
    resources: [{ id: room1, pool: room, name: R }]
    appointmentTypes:
      - { id: massage, name: Massage, agents: [ann, ben], products: [{ id: short, name: S, durationMinutes: 30, price: 1 }, { id: long, name: L, durationMinutes: 60, price: 2 }] }
      - { id: course, name: Course, agents: [ben] }
  - { id: south, name: South, timezone: Europe/Berlin }
`);

describe("without prune", () => {
  it("what the file no longer has stays, after what it has", async () => {
    const file = await read(`
  - id: north
    name: North
    timezone: Europe/Berlin
    agents: [{ id: zoe, firstname: Zoe, lastname: Z }]
    appointmentTypes: [{ id: massage, name: Massages, agents: [zoe], products: [{ id: long, name: L, durationMinutes: 90, price: 2 }] }]
`);
    const merged = mergeConfiguration(current, file, { prune: false });
    expect(merged.entities.map((entity) => entity.id)).toEqual(["north", "south"]);
    const [north] = merged.entities;
    expect(north!.agents.map((agent) => agent.id)).toEqual(["zoe", "ann", "ben"]);
    expect(north!.resources.map((resource) => resource.id)).toEqual(["room1"]);
    expect(north!.appointmentTypes).toMatchObject([
      {
        id: "massage",
        name: "Massages",
        agents: ["zoe"],
        products: [{ id: "long", durationMinutes: 90 }, { id: "short" }],
      },
      { id: "course", agents: ["ben"] },
    ]);
  });

  it("members that the file leaves out take their default, lists without ids are the file's", async () => {
    const file = await read("  - { id: north, name: North, timezone: Europe/Berlin, sipIds: [n2] }");
    const [north] = mergeConfiguration(current, file, { prune: false }).entities;
    expect(north).toMatchObject({ horizonDays: 180, sipIds: ["n2"] });
  });

  it("merging the result again changes nothing", async () => {
    const file = await read(
      "  - { id: west, name: West, timezone: Europe/Berlin, agents: [{ id: ben, firstname: B, lastname: B }] }",
    );
    const once = mergeConfiguration(current, file, { prune: false });
    expect(mergeConfiguration(once, file, { prune: false })).toEqual(once);
  });

  it("what is in another place in the file has moved there", async () => {
    const file = await read(`
  - id: south
    name: South
    timezone: Europe/Berlin
    sipIds: [n2]
    agents: [{ id: ben, firstname: Ben, lastname: B }]
    appointmentTypes: [{ id: other, name: O, agents: [ben], products: [{ id: short, name: S, durationMinutes: 30, price: 1 }] }]
`);
    const merged = mergeConfiguration(current, file, { prune: false });
    const north = merged.entities.find((entity) => entity.id === "north");
    expect(north).toMatchObject({
      sipIds: ["n1"],
      agents: [{ id: "ann" }],
      appointmentTypes: [
        { id: "massage", agents: ["ann"], products: [{ id: "long" }] },
        { id: "course", agents: [] },
      ],
    });
  });
});

describe("with prune, or for a new account", () => {
  it("the account is what the file says", async () => {
    const file = await read("  - { id: west, name: West, timezone: Europe/Berlin }");
    expect(mergeConfiguration(current, file, { prune: true })).toEqual(file);
    expect(mergeConfiguration(undefined, file, { prune: false })).toEqual(file);
  });
});
