import { statSync } from "node:fs";
import { Command } from "commander";
import { databaseFile } from "../../places.ts";
import type { StorePlace } from "../../store/transfer/places.ts";
import { transferStore } from "../../store/transfer/transfer-store.ts";
import { copyProgress, orNothing } from "../copying.ts";
import { CommandFailed, EXIT, print, printJson, table } from "../terminal.ts";

interface MigrateFlags {
  from: string;
  to: string;
  json?: boolean;
}

const PLACES = "sqlite:FOLDER, sqlite:FILE.db or postgres://USER@HOST/DATABASE";

export function migrateStoreCommand(): Command {
  return new Command("migrate-store")
    .description("Copy all data from SQLite to PostgreSQL, or back.")
    .requiredOption("--from <place>", PLACES)
    .requiredOption("--to <place>", `${PLACES}; must hold no account`)
    .option("--json", 'print {"tables":[{"table","rows","checksum"}],"seconds"}')
    .addHelpText(
      "after",
      `
Stop the server first: the copy is one moment's state, and what is booked later is not in it. The source stays as it
is. The target gets everything or nothing; at the end its rows are compared with the source's. The log of webhook calls
stays behind. PGPASSWORD or ~/.pgpass keep the password out of the list of processes.

Examples:
  $ slotline migrate-store --from sqlite:./data --to postgres://slotline@localhost/slotline
  $ slotline migrate-store --from postgres://slotline@localhost/slotline --to sqlite:./data-again`,
    )
    .action(async (flags: MigrateFlags) => {
      const from = placeFrom("--from", flags.from);
      const to = placeFrom("--to", flags.to);
      const started = performance.now();
      const progress = flags.json ? undefined : copyProgress(() => performance.now());
      const transferred = await orNothing(() => transferStore(from, to, progress));
      if (!transferred.ok) throw new CommandFailed(transferred.message, { next: transferred.next });
      const seconds = Math.round(performance.now() - started) / 1_000;
      const { tables } = transferred;
      if (flags.json) return printJson({ tables, seconds });
      const rows = tables.map((one) => [one.table, String(one.rows), one.checksum]);
      print(table(["table", "rows", "checksum of source and target"], rows));
      print(`\nCopied and compared in ${seconds} s. ${nextStep(to)}`);
    });
}

function placeFrom(option: string, text: string): StorePlace {
  if (/^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text)) return { kind: "postgres", url: text };
  const path = /^sqlite:(.+)$/.exec(text)?.[1];
  if (path === undefined) {
    throw new CommandFailed(`${option} names no place that data can be in.`, {
      next: `Write ${PLACES}.`,
      exitCode: EXIT.usage,
    });
  }
  const found = statSync(path, { throwIfNoEntry: false });
  const isFile = found === undefined ? path.endsWith(".db") : found.isFile();
  return { kind: "sqlite", file: isFile ? path : databaseFile(path) };
}

function nextStep(to: StorePlace): string {
  return to.kind === "postgres"
    ? "Start the server with DATABASE_URL set to the target."
    : `Start the server without DATABASE_URL on the folder of ${to.file}.`;
}
