import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage } from "../src/cli/scenario-stage.ts";
import { runRandomCalls } from "../src/scenarios/random-calls.ts";
import { runScenario } from "../src/scenarios/run-scenario.ts";
import { readScenarioFile, type Scenario } from "../src/scenarios/scenario-file.ts";
import type { Stage } from "../src/scenarios/stage.ts";

const FOLDER = join(import.meta.dirname, "../scenarios");
/** 08:00 in Berlin on the Monday on which every file's calls come. */
const NOW = Date.UTC(2026, 10, 30, 7, 0);
const TODAY = "2026-11-30";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(() => NOW);
});
afterAll(() => stage.close());

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, reading: readScenarioFile(readFileSync(join(FOLDER, name), "utf8")) }))
  .map(({ name, reading }) => {
    if (!reading.ok) throw new Error(`${name}: ${reading.faults.join("; ")}`);
    return { name, file: reading.file };
  });

function practiceOf(business: string): string {
  return readFileSync(join(FOLDER, business), "utf8");
}

it("there are at least 60 scenarios, in both languages, all at the same moment", () => {
  const all = files.flatMap(({ file }) => file.scenarios);
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(["de", "en"]));
  expect(new Set(files.map(({ file }) => file.now))).toEqual(new Set(["2026-11-30T08:00"]));
});

for (const { name, file } of files) {
  describe(name, () => {
    it.each(file.scenarios.map((scenario) => ({ title: scenario.name, scenario })))(
      "$title",
      async ({ scenario }) => {
        const business = await stage.open(practiceOf(file.business), scenario);
        const { faults, call } = await runScenario(scenario, business, TODAY);
        expect(faults, call.transcript.join("\n")).toEqual([]);
      },
    );
  });
}

it("the example in docs/voicebot.md comes to what it says", async () => {
  const page = readFileSync(join(FOLDER, "../docs/voicebot.md"), "utf8");
  const reading = readScenarioFile(/```yaml\n(.*?)```/s.exec(page)?.[1] ?? "");
  if (!reading.ok) throw new Error(reading.faults.join());
  for (const scenario of reading.file.scenarios) {
    const business = await stage.open(practiceOf(reading.file.business), scenario);
    const { faults, call } = await runScenario(scenario, business, TODAY);
    expect(faults, call.transcript.join("\n")).toEqual([]);
  }
});

describe("a scenario that is not as expected", () => {
  const BOOKS = `
business: business/studio.yaml
now: "2026-11-30T08:00"
scenarios:
  - name: books
    from: "0341 2223344"
    call: [einen Termin morgen um neun, ja, Lena Krause, ja, ja]
`;
  const expecting = async (expectation: string) => {
    const reading = readScenarioFile(`${BOOKS}    expect: ${expectation}\n`);
    if (!reading.ok) throw new Error(reading.faults.join());
    const scenario = reading.file.scenarios[0] as Scenario;
    return (
      await runScenario(scenario, await stage.open(practiceOf("business/studio.yaml"), scenario), TODAY)
    ).faults;
  };

  it.each([
    ["{ booked: { start: 2026-12-01T09:00 } }", undefined],
    ["{ booked: null }", "was to book nothing"],
    ["{ booked: { start: 2026-12-01T10:00 } }", "start is 2026-12-01T09:00, not 2026-12-01T10:00"],
    ["{ booked: { booker: { lastname: Kraus } } }", "booker.lastname is Krause, not Kraus"],
    ["{ cancelled: 1 }", "cancelled 0, not 1"],
    ["{ ends: hand over }", "ended with hang-up, not hand over"],
    ["{ requests: [getEntityForSipId] }", "requests were getEntityForSipId, getBusinessName"],
    ["{ says: [Guten Abend] }", 'never said "Guten Abend"'],
    ["{ neverSays: [Lena Krause] }", 'said "Lena Krause"'],
  ])("%s → %s", async (expectation, fault) => {
    const faults = await expecting(expectation);
    expect(faults).toHaveLength(fault === undefined ? 0 : 1);
    expect(faults[0] ?? "").toContain(fault ?? "");
  });
});

it.each(["business/studio.yaml", "../examples/physio.yaml"])(
  "whatever invented callers do at %s, nothing happens that must not",
  async (business) => {
    const results = await runRandomCalls(stage, practiceOf(business), { count: 120, seed: 26, today: TODAY });
    expect(
      results.filter(({ faults }) => faults.length > 0).map(({ name, faults }) => ({ name, faults })),
    ).toEqual([]);
    const written = (action: string) =>
      results
        .flatMap(({ call }) => call.exchanges)
        .filter((one) => one.action === action && one.status === 200).length;
    expect(written("bookAppointment")).toBeGreaterThan(30);
    expect(written("cancelAppointment") + written("modifyAppointment")).toBeGreaterThan(1);
  },
);
