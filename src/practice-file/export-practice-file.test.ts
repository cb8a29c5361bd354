import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPracticeFile } from "./apply-practice-file.ts";
import { exportPracticeFile } from "./export-practice-file.ts";
import { countingIds, MemoryStore } from "./memory-store.fixture.ts";
import { practiceFiles } from "./practice-file.fixture.ts";

const physio = await readFile(new URL("../../examples/physio.yaml", import.meta.url), "utf8");

async function apply(store: MemoryStore, text: string) {
  const options = { prune: true, dryRun: false, at: 0, newId: countingIds() };
  const result = await applyPracticeFile(store, text, "a.yaml", options);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

describe("export", () => {
  it("of the applied example reads like the example", async () => {
    const store = new MemoryStore();
    await apply(store, physio);
    const text = await exportPracticeFile(store, "acc-leipzig");
    for (const line of [
      '      mon: ["08:00-18:00"]',
      '      - { days: [mon, tue, wed, thu], from: "12:00", to: "13:00" }',
      '      "2026-12-24": []',
      '    sipIds: [phoneSipId12345678, "+49 341 1234567"]',
      "    publicHolidays: { country: DE, state: SN }",
      "            name: 30 min Massage",
      '  - { id: cl_1, firstname: Max, lastname: Mustermann, dob: "1990-01-12", phone: "+49 351 7654321" }',
    ])
      expect(text!.split("\n")).toContain(line);
    expect(text).not.toMatch(/language|currency|bufferBefore/); // defaults
  });

  it("is taken back without differences, whatever the account", async () => {
    await fc.assert(
      fc.asyncProperty(practiceFiles, async (file) => {
        const store = new MemoryStore();
        await apply(store, JSON.stringify(file));
        const text = (await exportPracticeFile(store, file.account.id))!;
        expect((await apply(store, text)).differences).toEqual([]);
        const copy = new MemoryStore();
        await apply(copy, text);
        expect(copy.stored.get(file.account.id)).toEqual(store.stored.get(file.account.id));
        expect(await copy.clients()).toEqual(await store.clients());
      }),
      { numRuns: 150 },
    );
  });

  it("leaves out what callers said and a file may not hold, and apply then leaves it as it is", async () => {
    const store = new MemoryStore();
    await apply(store, physio);
    const max = store.storedClients.get("abcUserId")!;
    store.storedClients.set("abcUserId", { ...max, phone: "anonymous", lastname: null, firstname: null });
    const text = (await exportPracticeFile(store, "acc-leipzig"))!;
    expect(text).not.toContain("anonymous");
    expect((await apply(store, text)).differences).toEqual([]);
  });

  it("of an account that does not exist is undefined", async () => {
    expect(await exportPracticeFile(new MemoryStore(), "nobody")).toBeUndefined();
  });
});
