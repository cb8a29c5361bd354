import { beforeEach, expect, it } from "vitest";
import { applyPracticeFile } from "./apply-practice-file.ts";
import { editConfiguration } from "./edit-configuration.ts";
import { countingIds, MemoryStore } from "./memory-store.fixture.ts";

const ACCOUNT =
  "account: { id: a, name: A }\nentities: [{ id: e, name: E, timezone: Europe/Berlin, country: DE, agents: [{ id: max, firstname: Max, lastname: Muster }] }]";

let store: MemoryStore;
beforeEach(async () => {
  store = new MemoryStore();
  const options = { prune: false, dryRun: false, at: 0, newId: countingIds() };
  expect(await applyPracticeFile(store, ACCOUNT, "a.yaml", options)).toMatchObject({ ok: true });
});

/** Takes the only agent out, while these bookings are found to need it: before it is written, and after. */
async function withoutMax(before: string[], after: string[]) {
  const answers = [before, after];
  const stored = (await store.configuration("a"))!;
  const edit = ({ entities }: { entities: Record<string, unknown>[] }) => {
    entities[0]!.agents = [];
  };
  return await editConfiguration(store, stored, edit, 1, async () => answers.shift()!);
}
const agents = async () =>
  (await store.configuration("a"))!.configuration.entities[0]!.agents.map(({ id }) => id);

it("writes a change that no booking stands against", async () => {
  expect(await withoutMax([], [])).toMatchObject({ ok: true, version: 2 });
  expect(await agents()).toEqual([]);
});

it("writes nothing that a booking needs", async () => {
  expect(await withoutMax(["bk"], [])).toEqual({ ok: false, reason: "in_use", bookingIds: ["bk"] });
  expect(await agents()).toEqual(["max"]);
  expect((await store.configuration("a"))!.version).toBe(1);
});

it("takes a change back when somebody has booked just before it was written", async () => {
  expect(await withoutMax([], ["bk"])).toEqual({ ok: false, reason: "in_use", bookingIds: ["bk"] });
  expect(await agents()).toEqual(["max"]);
});
