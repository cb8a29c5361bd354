import { readFileSync } from "node:fs";
import { Command } from "commander";
import { REAL_EFFECTS } from "../../effects.ts";
import { importClients } from "../../practice-file/import-clients.ts";
import { CommandFailed, print, printJson } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";

interface ImportFlags {
  data?: string;
  account?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function importCommand(): Command {
  const clients = new Command("clients")
    .description("Bring clients in from a CSV file, as other systems export it.")
    .argument("<file>", "comma, semicolon or tab separated, with a header row")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--dry-run", "show what would happen and change nothing")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
German and English header names are understood (Vorname, Nachname, Geburtsdatum, Telefon, PLZ, …). Faulty rows are
reported and left out; importing a file again changes nothing.

Example:
  $ slotline import clients kartei.csv --dry-run`,
    )
    .action(async (file: string, flags: ImportFlags) => {
      await withStore(settingsOf(flags), async (store) => {
        const account = await accountFor(store, flags.account);
        const { now: clock, newId } = REAL_EFFECTS;
        const dryRun = flags.dryRun ?? false;
        const result = await importClients(store, account, readFileSync(file), {
          dryRun,
          at: clock(),
          newId,
        });
        if (!result.ok) {
          throw new CommandFailed(`${file} cannot be imported: ${result.message}`, {
            next: "Mend the file and import it again.",
          });
        }
        if (flags.json) return printJson(result);
        for (const { row, reason } of result.leftOut) print(`Row ${row} is left out: ${reason}`);
        if (result.unknownColumns.length > 0) print(`Columns left out: ${result.unknownColumns.join(", ")}.`);
        const counts = `${result.added} added, ${result.changed} changed, ${result.unchanged} unchanged, ${result.leftOut.length} left out`;
        print(dryRun ? `Would be: ${counts}. Nothing was changed.` : `Clients of ${account}: ${counts}.`);
      });
    });
  return new Command("import")
    .description("Bring data in from other systems.")
    .addHelpText("after", "\nExample:\n  $ slotline import clients kartei.csv --dry-run")
    .addCommand(clients);
}
