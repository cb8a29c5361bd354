import { readFileSync } from "node:fs";
import { Command } from "commander";
import { REAL_EFFECTS } from "../../effects.ts";
import { applyPracticeFile } from "../../practice-file/apply-practice-file.ts";
import type { Difference } from "../../practice-file/difference.ts";
import type { Fault } from "../../practice-file/fault.ts";
import { CommandFailed, print, printJson, table } from "../terminal.ts";
import { settingsOf, withStore } from "../with-store.ts";

interface ApplyFlags {
  data?: string;
  dryRun?: boolean;
  prune?: boolean;
  json?: boolean;
}

export function applyCommand(): Command {
  return new Command("apply")
    .description("Make an account what a practice file (YAML or JSON) says: all of it, or nothing.")
    .argument("<file>", "such as examples/physio.yaml; - reads standard input")
    .option("--data <dir>", "folder of the database")
    .option("--dry-run", "show the difference and change nothing")
    .option("--prune", "also remove what the file no longer has; never bookings or clients")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
Applying a file twice changes nothing. A server that runs on the same data shows the change on its next request.

Example:
  $ slotline apply practice.yaml --dry-run
  $ slotline apply practice.yaml`,
    )
    .action(async (file: string, flags: ApplyFlags) => {
      const text = readFileSync(file === "-" ? 0 : file, "utf8");
      const { dryRun = false, prune = false } = flags;
      const applied = await withStore(
        settingsOf(flags),
        async (store) => {
          const newId = dryRun ? placeholders() : REAL_EFFECTS.newId;
          return await applyPracticeFile(store, text, file, { prune, dryRun, at: REAL_EFFECTS.now(), newId });
        },
        { create: dryRun ? "in memory" : true },
      );
      if (!applied.ok) throw faultsIn(file === "-" ? "standard input" : file, applied.faults);
      if (flags.json) printJson(applied);
      else printDifferences(applied.account, applied.differences, dryRun);
    });
}

export function faultsIn(file: string, faults: readonly Fault[]): CommandFailed {
  const lines = faults.map(
    ({ path, line, message }) => `  ${file}:${line}  ${path === "" ? "" : `${path}: `}${message}`,
  );
  const count = faults.length === 1 ? "a fault" : `${faults.length} faults`;
  return new CommandFailed(`${file} has ${count}; nothing was applied.\n${lines.join("\n")}`, {
    next: "Mend the file and apply it again.",
    details: { faults },
  });
}

/** A real id would be another one when the file is applied. */
function placeholders(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `(new ${made})`;
  };
}

function printDifferences(
  account: { readonly id: string; readonly name: string },
  differences: readonly Difference[],
  dryRun: boolean,
): void {
  if (differences.length === 0) {
    print(`${account.name} (${account.id}) is as the file says: nothing to change.`);
    return;
  }
  const rows = differences.map(({ change, kind, id, member, before, after }) => [
    change,
    kind,
    id,
    member ?? "",
    brief(before),
    brief(after),
  ]);
  print(table(["change", "what", "id", "member", "before", "after"], rows));
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  print("");
  print(
    dryRun
      ? `${count}; nothing was changed. Without --dry-run they are applied.`
      : `Applied to ${account.name} (${account.id}): ${count}.`,
  );
}

const WIDEST_CELL = 48;

function brief(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1)}…` : text;
}
