import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { BadCertificate } from "../certificate.ts";
import { NewerSchema } from "../store/migrations/newer-schema.ts";
import { StoreUnavailable } from "../store/store.ts";
import { CommandFailed, EXIT, printError, printJson } from "./terminal.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const wantsJson = process.argv.includes("--json");

const program = new Command("slotline")
  .description("The booking desk that a telephone voice bot talks to.")
  .version(version)
  .addHelpText(
    "after",
    `
Start here:
  $ slotline serve --demo                 a server with a demo business, and a line to try it
  $ slotline apply practice.yaml          make or change your own business
  $ slotline key create --account ID      a key, and with it the URL to give to the voice bot

Exit codes: 0 done, 1 cannot be done as asked, 2 wrong options or settings, 3 the machine is in the way.
Settings come from flags, then SLOTLINE_* variables, then slotline.config.yaml: see \`slotline config check\`.`,
  );

/** Loaded when it is called: what the others need would take most of the time of a short command. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./commands/serve.ts")).serveCommand(),
  apply: async () => (await import("./commands/apply.ts")).applyCommand(),
  export: async () => (await import("./commands/export.ts")).exportCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  clients: async () => (await import("./commands/clients.ts")).clientsCommand(),
  key: async () => (await import("./commands/key.ts")).keyCommand(),
  owner: async () => (await import("./commands/owner.ts")).ownerCommand(),
  explain: async () => (await import("./commands/explain.ts")).explainCommand(),
  call: async () => (await import("./commands/call.ts")).callCommand(),
  scenarios: async () => (await import("./commands/scenarios.ts")).scenariosCommand(),
  conform: async () => (await import("./commands/conform.ts")).conformCommand(),
  log: async () => (await import("./commands/log.ts")).logCommand(),
  backup: async () => (await import("./commands/backup.ts")).backupCommand(),
  restore: async () => (await import("./commands/backup.ts")).restoreCommand(),
  "migrate-store": async () => (await import("./commands/migrate-store.ts")).migrateStoreCommand(),
  config: async () => (await import("./commands/config.ts")).configCommand(),
};

/** The one that is called, or all where help or a wrong name needs to know them. */
const called = COMMANDS[process.argv[2] ?? ""];
for (const load of called === undefined ? Object.values(COMMANDS) : [called])
  program.addCommand(await load());
for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
  command.exitOverride().showHelpAfterError("(--help shows what there is)");
  if (wantsJson) command.configureOutput({ writeErr: () => {} });
}

// `slotline export | head` has what it wants: nobody is left to complain to.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync(withoutHelpOnNothing(process.argv.slice(2)), { from: "user" });
} catch (error) {
  process.exitCode = report(error);
}

/** Commander answers `foo --help` with the help of all, as if there were a `foo`; without `--help` it says there is none. */
function withoutHelpOnNothing(args: readonly string[]): readonly string[] {
  const names = args.filter((one) => !one.startsWith("-") && one !== "help");
  if (!args.some((one) => ["--help", "-h", "help"].includes(one))) return args;
  let command: Command = program;
  for (const name of names) {
    if (command.commands.length === 0) break;
    const inner = command.commands.find((one) => one.name() === name);
    if (inner === undefined) return names;
    command = inner;
  }
  return args;
}

/** Says what went wrong and what to do next; returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const next = "--help shows what there is.";
    if (wantsJson) printJson({ error: error.message.replace(/^error: /, ""), next });
    return EXIT.usage;
  }
  const failed = asFailure(error);
  if (failed === undefined) throw error;
  if (wantsJson) {
    printJson({
      error: failed.message,
      ...(failed.next === undefined ? {} : { next: failed.next }),
      ...failed.details,
    });
  } else {
    printError(failed.message);
    if (failed.next !== undefined) printError(failed.next);
  }
  return failed.exitCode;
}

function nextFor({ message, cause }: StoreUnavailable): string {
  if (/malformed|not a database/.test(message)) {
    return "Stop the server and bring a backup back: slotline restore FILE. What is there now is kept.";
  }
  // Only SQLite's errors have such a code.
  const isFile = (cause as { errcode?: number } | undefined)?.errcode !== undefined;
  return isFile
    ? "Check the disk and who else is using it."
    : "Check DATABASE_URL: the host, the database and the user it names, and whether PostgreSQL runs there.";
}

function asFailure(error: unknown): CommandFailed | undefined {
  if (error instanceof CommandFailed) return error;
  const { code, path, port } = (error ?? {}) as { code?: string; path?: string; port?: number };
  const machine = (message: string, next: string) =>
    new CommandFailed(message, { next, exitCode: EXIT.machine });
  if (error instanceof BadCertificate) {
    const next = "Give PEM files with --tls-cert and --tls-key.";
    return new CommandFailed(error.message, { next, exitCode: EXIT.usage });
  }
  if (error instanceof NewerSchema) return machine(error.message, "Nothing was changed.");
  if (error instanceof StoreUnavailable) {
    return machine(`The database cannot be used: ${error.message}.`, nextFor(error));
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return machine("This machine has no such address to listen on.", "Choose another: --host 127.0.0.1.");
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return machine(`No permission for ${path ?? `port ${port}`}.`, "Choose another with --data or --port.");
  }
  if (code === "ENOENT")
    return new CommandFailed(`There is no file or folder ${path}.`, { next: "Check the name." });
  if (code === "EEXIST" || code === "ENOTDIR") {
    return machine(`${path ?? "That"} is a file, not a folder.`, "Choose another folder with --data.");
  }
  if (code === "EISDIR")
    return new CommandFailed("That is a folder, not a file.", { next: "Check the name." });
  return undefined;
}
