import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { runRandomCalls } from "../../scenarios/random-calls.ts";
import { runScenario, type ScenarioResult } from "../../scenarios/run-scenario.ts";
import { readScenarioFile, type ScenarioFile } from "../../scenarios/scenario-file.ts";
import { TimeZone } from "../../scheduling/time-zone.ts";
import { openStage } from "../scenario-stage.ts";
import { CommandFailed, EXIT, print, printJson } from "../terminal.ts";

interface Flags {
  only?: string;
  random?: string;
  seed: string;
  json?: boolean;
  verbose?: boolean;
}

export function scenariosCommand(): Command {
  const run = new Command("run")
    .description("Play the calls of scenario files against a business of their own, and compare.")
    .argument("<file...>", "scenario files (YAML)")
    .option("--only <words>", "only scenarios with these words in their name")
    .option("--random <count>", "instead, so many calls by invented callers with a goal")
    .option("--seed <number>", "of the invented callers; the same number is the same calls", "1")
    .option("--verbose", "show what was said in every call")
    .option("--json", "print the results as JSON")
    .addHelpText(
      "after",
      `
Each call gets the business of its file with an empty calendar, on a server of its own whose clock stands still. What
went otherwise than expected is shown with the whole call; the exit code is then 1.

Examples:
  $ slotline scenarios run scenarios/*.yaml
  $ slotline scenarios run scenarios/booking-de.yaml --only Kind --verbose
  $ slotline scenarios run scenarios/booking-de.yaml --random 200 --seed 7`,
    )
    .action(async (files: string[], flags: Flags) => {
      const results: ScenarioResult[] = [];
      for (const path of files) {
        const file = read(path);
        const practice = readText(resolve(dirname(path), file.business));
        results.push(...(await play(file, practice, flags)));
      }
      report(results, flags);
      if (results.some(({ faults }) => faults.length > 0)) process.exitCode = EXIT.refused;
    });
  return new Command("scenarios")
    .description("Calls with callers who follow a script or a goal.")
    .addCommand(run);
}

function read(path: string): ScenarioFile {
  const reading = readScenarioFile(readText(path));
  if (reading.ok) return reading.file;
  throw new CommandFailed(`${path} is no scenario file:\n  ${reading.faults.join("\n  ")}`, {
    exitCode: EXIT.usage,
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandFailed(`${path} cannot be read: ${(error as Error).message}`, { exitCode: EXIT.usage });
  }
}

async function play(file: ScenarioFile, practice: string, flags: Flags): Promise<ScenarioResult[]> {
  const today = file.now.slice(0, 10);
  const now = instantOf(file.now, practice);
  const stage = await openStage(() => now);
  try {
    if (flags.random !== undefined) {
      const calls = { count: Number(flags.random), seed: Number(flags.seed), today };
      return await runRandomCalls(stage, practice, calls);
    }
    const results: ScenarioResult[] = [];
    for (const scenario of file.scenarios) {
      if (flags.only !== undefined && !scenario.name.includes(flags.only)) continue;
      results.push(await runScenario(scenario, await stage.open(practice, scenario), today));
    }
    return results;
  } finally {
    await stage.close();
  }
}

/** Of a local time in the zone that the practice file names first. */
function instantOf(local: string, practice: string): number {
  const zone = TimeZone.named(/timezone: *"?([\w/+-]+)/.exec(practice)?.[1] ?? "UTC");
  if (zone === undefined) throw new CommandFailed("The business has a time zone that is unknown.");
  const [date = "", clock = ""] = local.split("T");
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return zone.instantAt(Date.parse(date) / 86_400_000, hours * 60 + minutes) * 60_000;
}

function report(results: readonly ScenarioResult[], { json, verbose }: Flags): void {
  if (json) {
    printJson(results.map(({ name, faults, call }) => ({ name, faults, said: call.said })));
    return;
  }
  for (const { name, faults, call } of results) {
    print(`${faults.length === 0 ? "ok    " : "FAILED"}  ${name}`);
    for (const fault of faults) print(`        ${fault}`);
    if (faults.length > 0 || verbose) for (const line of call.transcript) print(`          ${line}`);
  }
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  print(`\n${results.length} calls, ${failed === 0 ? "all as expected" : `${failed} not as expected`}.`);
}
