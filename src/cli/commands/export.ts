import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { exportPracticeFile } from "../../practice-file/export-practice-file.ts";
import { refuseLiveFile } from "../live-files.ts";
import { print, printJson } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";

interface ExportFlags {
  data?: string;
  account?: string;
  output?: string;
  json?: boolean;
}

export function exportCommand(): Command {
  return new Command("export")
    .description("Write an account as a practice file that `slotline apply` takes back.")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--output <file>", "write to this file instead of the terminal")
    .option("--json", "print {account, file} as JSON, the practice file as text in it")
    .addHelpText(
      "after",
      `
The file holds the business and its clients, not the bookings: those are in \`slotline backup\`.

Example:
  $ slotline export --output practice.yaml`,
    )
    .action(async (flags: ExportFlags) => {
      const settings = settingsOf(flags);
      if (flags.output !== undefined) {
        refuseLiveFile(flags.output, settings, {
          purpose: "written over with a practice file",
          next: "Nothing was changed. Choose another name: slotline export --output practice.yaml.",
        });
      }
      await withStore(settings, async (store) => {
        const account = await accountFor(store, flags.account);
        const text = await exportPracticeFile(store, account);
        if (flags.output !== undefined) writeFileSync(flags.output, text ?? "");
        if (flags.json) printJson({ account, file: text });
        else if (flags.output === undefined) process.stdout.write(text ?? "");
        else print(`Wrote ${account} to ${flags.output}.`);
      });
    });
}
