import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";
import { databaseFile } from "../../places.ts";
import { restoreDatabase } from "../../store/sqlite/restore.ts";
import { restoreIntoPostgres } from "../../store/transfer/restore-into-postgres.ts";
import { copyProgress, orNothing } from "../copying.ts";
import { refuseLiveFile } from "../live-files.ts";
import { CommandFailed, print, printJson } from "../terminal.ts";
import { settingsOf, withStore } from "../with-store.ts";

interface BackupFlags {
  data?: string;
  force?: boolean;
  json?: boolean;
}

export function backupCommand(): Command {
  return new Command("backup")
    .description("Copy everything that must not be lost into one file, also while the server runs.")
    .argument("<file>", "the file to write")
    .option("--data <dir>", "folder of the database")
    .option("--force", "write over a file that exists")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
The copy is one moment's state: businesses, keys, clients, bookings and their history; not the log of webhook calls.

Example:
  $ slotline backup slotline-monday.db`,
    )
    .action(async (file: string, flags: BackupFlags) => {
      const settings = settingsOf(flags);
      refuseLiveFile(file, settings, {
        purpose: "its own backup",
        next: "Nothing was changed. Choose another name: slotline backup slotline-monday.db.",
      });
      if (existsSync(file) && !flags.force) {
        throw new CommandFailed(`${file} exists.`, {
          next: "Choose another name, or write over it with --force.",
        });
      }
      if (!existsSync(dirname(file))) {
        throw new CommandFailed(`There is no folder ${dirname(file)}.`, {
          next: "Make it, or choose another.",
        });
      }
      // The old copy is given up only when the new one is whole.
      const unfinished = `${file}.unfinished`;
      try {
        await withStore(settings, (store) => store.backup(unfinished));
        chmodSync(unfinished, 0o600); // it holds personal data
        renameSync(unfinished, file);
      } finally {
        rmSync(unfinished, { force: true });
      }
      if (flags.json) printJson({ file });
      else print(`Wrote ${file}. To bring it back: slotline restore ${file}`);
    });
}

export function restoreCommand(): Command {
  return new Command("restore")
    .description("Put a backup in the place of the data. The server must be stopped.")
    .argument("<file>", "a file that `slotline backup` wrote")
    .option("--data <dir>", "folder of the database")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
What was there before is kept beside it as slotline.db.before-restore (then -2, -3, …); delete it when you no longer
need it. With DATABASE_URL the backup goes into that PostgreSQL database, which must hold no account yet.

Example:
  $ slotline restore slotline-monday.db`,
    )
    .action(async (file: string, flags: BackupFlags) => {
      const settings = settingsOf(flags);
      refuseLiveFile(file, settings, {
        purpose: "restored from",
        next: "Nothing was changed. Name a file that `slotline backup` wrote.",
      });
      const { databaseUrl } = settings;
      if (databaseUrl !== undefined) return await restoreInto(databaseUrl, file, flags);
      const restored = restoreDatabase(file, databaseFile(settings.data));
      if (!restored.ok) throw new CommandFailed(restored.message, { next: restored.next });
      if (flags.json) printJson({ file, kept: restored.kept });
      else {
        print(`The data is what ${file} holds.`);
        if (restored.kept !== null) print(`What was there before is kept in ${restored.kept}.`);
      }
    });
}

async function restoreInto(databaseUrl: string, file: string, flags: BackupFlags): Promise<void> {
  const progress = flags.json ? undefined : copyProgress(() => performance.now());
  const restored = await orNothing(() => restoreIntoPostgres(file, databaseUrl, progress));
  if (!restored.ok) {
    const next = restored.isTaken
      ? "Nothing was changed. Make an empty database (createdb NAME) and point DATABASE_URL to it."
      : restored.next;
    throw new CommandFailed(restored.message, { next });
  }
  if (flags.json) printJson({ file, kept: null });
  else print(`The data is what ${file} holds.`);
}
