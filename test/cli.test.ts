import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyCommand } from "../src/cli/commands/apply.ts";
import { backupCommand, restoreCommand } from "../src/cli/commands/backup.ts";
import { configCommand } from "../src/cli/commands/config.ts";
import { explainCommand } from "../src/cli/commands/explain.ts";
import { exportCommand } from "../src/cli/commands/export.ts";
import { importCommand } from "../src/cli/commands/import.ts";
import { keyCommand } from "../src/cli/commands/key.ts";
import { logCommand } from "../src/cli/commands/log.ts";
import { migrateStoreCommand } from "../src/cli/commands/migrate-store.ts";
import { serveCommand } from "../src/cli/commands/serve.ts";
import { type CommandResult, runSlotline } from "./harness/run-slotline.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

/** Days that lie ahead whenever this runs; the practice names them, so that no holiday falls on them by chance. */
const MONDAY = nextMonday(Temporal.Now.plainDateISO("Europe/Berlin").add({ days: 10 }));
const [TUESDAY, WEDNESDAY, THURSDAY] = [1, 2, 3].map((days) => MONDAY.add({ days }));

function nextMonday(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: 8 - date.dayOfWeek });
}

/** The first 25 December after those days: a public holiday on which nobody works. */
const HOLIDAY = nextChristmas(THURSDAY!.add({ days: 1 }));

function nextChristmas(date: Temporal.PlainDate): Temporal.PlainDate {
  const christmas = date.with({ month: 12, day: 25 });
  return Temporal.PlainDate.compare(christmas, date) < 0 ? christmas.add({ years: 1 }) : christmas;
}

const PRACTICE = `account: { id: acc-test, name: Testpraxis }
entities:
  - id: leipzig
    name: Praxis Leipzig
    timezone: Europe/Berlin
    language: de
    publicHolidays: { country: DE, state: SN }
    hours: { mon: ["09:00-12:00"], tue: ["09:00-12:00"], fri: ["09:00-12:00"] }
    overrides:
      "${MONDAY}": ["09:00-10:30"]
      "${TUESDAY}": ["09:00-10:30"]
      "${WEDNESDAY}": []
      "${THURSDAY}": ["09:00-10:30"]
    closures:
      - { start: "${THURSDAY}T00:00", end: "${THURSDAY!.add({ days: 1 })}T00:00", reason: Betriebsausflug }
    agents:
      - { id: max, firstname: Max, lastname: Mustermann }
      - id: ayse
        firstname: Ayşe
        lastname: Öztürk
        timeOff:
          - { start: "${TUESDAY}T09:30", end: "${TUESDAY}T10:00", reason: Zahnarzt }
    appointmentTypes:
      - id: massage
        name: Massage
        agents: [max, ayse]
        products:
          - { id: massage-30, name: 30 min Massage, durationMinutes: 30, price: 45 }
      - id: course
        name: Kurs
        agents: [ayse]
        products:
          - { id: course-60, name: Kurs, durationMinutes: 60, price: 15, capacity: 8 }
clients:
  - { id: erika, firstname: Erika, lastname: Musterfrau, phone: "0341 2223344" }
`;

const DEARER = PRACTICE.replace("price: 45", "price: 48");

let folder: string;
let firstOutput: string;
/** A data folder with the practice applied; tests that change it take a copy. */
let applied: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "slotline-cli-"));
  writeFileSync(inFolder("practice.yaml"), PRACTICE);
  applied = inFolder("applied");
  firstOutput = await succeed("apply", "practice.yaml", "--data", applied);
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (...names: string[]) => join(folder, ...names);

const COMMAND = fileURLToPath(new URL("../bin/slotline.js", import.meta.url));

/** What a person can ask for, by the name it is asked for with. */
const COMMANDS = [
  serveCommand(),
  applyCommand(),
  exportCommand(),
  importCommand(),
  keyCommand(),
  explainCommand(),
  logCommand(),
  backupCommand(),
  restoreCommand(),
  migrateStoreCommand(),
  configCommand(),
].flatMap((command): [string, Command][] =>
  command.commands.length === 0
    ? [[command.name(), command]]
    : command.commands.map((inner) => [`${command.name()} ${inner.name()}`, inner]),
);

let copies = 0;
function copyOfApplied(): string {
  copies += 1;
  const copy = inFolder(`copy-${copies}`);
  cpSync(applied, copy, { recursive: true });
  return copy;
}

async function slotline(...args: string[]): Promise<CommandResult> {
  return await runSlotline(args, { cwd: folder });
}

/** Its output; fails when it has anything to complain about. */
async function succeed(...args: string[]): Promise<string> {
  const { exitCode, output, errors } = await slotline(...args);
  expect({ args, exitCode, errors }).toEqual({ args, exitCode: 0, errors: "" });
  return output;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into results of all shapes
async function succeedJson(...args: string[]): Promise<any> {
  return JSON.parse(await succeed(...args, "--json"));
}

/** What it says on the error channel; fails when it succeeds or shows a stack. */
async function fail(exitCode: number, ...args: string[]): Promise<string> {
  const result = await slotline(...args);
  expect({ args, exitCode: result.exitCode, errors: result.errors }).toEqual({
    args,
    exitCode,
    errors: expect.not.stringMatching(/\n\s+at .*:\d+|Node\.js v/),
  });
  expect(result.output).toBe("");
  return result.errors;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into results of all shapes
async function failJson(exitCode: number, ...args: string[]): Promise<any> {
  const result = await slotline(...args, "--json");
  expect({ args, exitCode: result.exitCode }).toEqual({ args, exitCode });
  return JSON.parse(result.output);
}

describe.concurrent("slotline", () => {
  it.each(COMMANDS)("%s --help shows an example", (name, command) => {
    let help = "";
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toMatch(new RegExp(`Examples?:\\n.*\\$ .*slotline ${name}`, "s"));
    expect(help).toContain("--json");
  });

  it("--help says where to start and what the exit codes mean", async () => {
    const help = await succeed("--help");
    expect(help).toContain("slotline serve --demo");
    expect(help).toContain("Exit codes: 0 done");
    for (const [name] of COMMANDS) expect(help).toContain(`\n  ${name.split(" ")[0]} `);
  });

  it.each([
    ["an unknown command, with the likely one", ["aply", "x"], "Did you mean apply?"],
    ["an unknown option, with the likely one", ["serve", "--prot", "1"], "Did you mean --port?"],
    ["a missing option", ["explain", "slots"], "--product <id>"],
    ["an unknown command with --help", ["foo", "--help"], "unknown command 'foo'"],
    ["an unknown command within another with -h", ["key", "foo", "-h"], "unknown command 'foo'"],
    ["help about an unknown command", ["help", "aply"], "Did you mean apply?"],
  ])("exits with 2 for %s", async (_what, args, line) => {
    expect(await fail(2, ...args)).toContain(line);
  });

  it("answers wrong usage as JSON too when asked to", async () => {
    expect(await failJson(2, "explain", "slots")).toMatchObject({
      error: expect.stringContaining("--product"),
    });
  });

  it.each([
    ["key", "list"],
    ["backup", "nothing.db"],
  ])("%s says what to do next where there is no database, and makes none", async (...command) => {
    const data = inFolder("nothing");
    expect(await failJson(1, ...command, "--data", data)).toEqual({
      error: `There is no database at ${join(data, "slotline.db")}.`,
      next: "Name its folder with --data, or make one: slotline apply FILE.",
    });
    expect(existsSync(data)).toBe(false);
  });

  it("says so plainly when the database is damaged", async () => {
    const data = inFolder("damaged");
    mkdirSync(data);
    writeFileSync(join(data, "slotline.db"), "this was a database once ".repeat(500));
    const message = await fail(3, "key", "list", "--data", data);
    expect(message).toContain("restore");
  });

  it("ends quietly when nobody reads its output any more", async () => {
    const errors = await new Promise<string>((resolve) => {
      const args = [COMMAND, "explain", "slots", "--product", "massage-30", "--date", `${MONDAY}`];
      const child = execFile(process.execPath, [...args, "--data", applied], (_error, _output, text) =>
        resolve(text),
      );
      child.stdout!.destroy();
    });
    expect(errors).toBe("");
  });
});

describe.concurrent("slotline apply", () => {
  it("shows the difference as a table on a dry run, and makes not even a database", async () => {
    const data = inFolder("dry");
    const output = await succeed("apply", "practice.yaml", "--dry-run", "--data", data);
    expect(output).toMatch(/^change +what +id +member +before +after\n─+/);
    expect(output).toMatch(/^add +product +massage-30 +30 min Massage$/m);
    expect(output).toMatch(
      /\n\d+ differences; nothing was changed\. Without --dry-run they are applied\.\n$/,
    );
    expect(existsSync(join(data, "slotline.db"))).toBe(false);
  });

  it("makes a new account, and finds nothing to change the second time", async () => {
    expect(firstOutput).toMatch(/\nApplied to Testpraxis \(acc-test\): \d+ differences\.\n$/);
    expect(await succeed("apply", "practice.yaml", "--data", applied)).toBe(
      "Testpraxis (acc-test) is as the file says: nothing to change.\n",
    );
  });

  it("changes just what differs", async () => {
    const data = copyOfApplied();
    const file = inFolder("dearer.yaml");
    writeFileSync(file, DEARER);
    const dryRun = await succeedJson("apply", file, "--dry-run", "--data", data);
    const change = {
      change: "change",
      kind: "product",
      id: "massage-30",
      member: "price",
      before: 45,
      after: 48,
    };
    expect(dryRun).toEqual({
      ok: true,
      account: { id: "acc-test", name: "Testpraxis" },
      differences: [change],
      applied: false,
    });
    expect(await succeedJson("apply", file, "--data", data)).toEqual({ ...dryRun, applied: true });
  });

  it("keeps what the file leaves out, unless it is told to prune", async () => {
    const data = copyOfApplied();
    const file = inFolder("smaller.yaml");
    writeFileSync(file, PRACTICE.replace(/ {6}- id: course\n(?: {8}.*\n)+/, ""));
    expect(await succeed("apply", file, "--data", data)).toContain("nothing to change");
    const pruned = await succeed("apply", file, "--prune", "--data", data);
    expect(pruned).toMatch(/^remove +product +course-60 +Kurs$/m);
  });

  it("reports every fault with its file, line and path, and applies nothing", async () => {
    const data = copyOfApplied();
    const file = inFolder("faulty.yaml");
    writeFileSync(
      file,
      DEARER.replace("price: 15", "price: teuer").replace("Europe/Berlin", "Europe/Leipzig"),
    );
    const errors = await fail(1, "apply", file, "--data", data);
    expect(errors).toContain(`${file} has 2 faults; nothing was applied.\n`);
    expect(errors).toMatch(/faulty\.yaml:5 {2}entities\[0\]\.timezone: .*Europe\/Leipzig/);
    const line = PRACTICE.split("\n").findIndex((text) => text.includes("price: 15")) + 1;
    expect(errors).toMatch(new RegExp(`faulty\\.yaml:${line} {2}.*\\.price: `));
    expect(errors).toMatch(/Mend the file and apply it again\.\n$/);
    const { error, faults } = await failJson(1, "apply", file, "--dry-run", "--data", data);
    expect(error).toContain("2 faults");
    expect(faults[0]).toMatchObject({ line: 5, path: expect.stringContaining("timezone") });
    expect(await succeed("apply", "practice.yaml", "--data", data)).toContain("nothing to change");
  });

  it("reads JSON, also from standard input", async () => {
    const data = inFolder("from-input");
    const practice = {
      account: { id: "acc-json", name: "JSON" },
      entities: [{ id: "e", name: "E", timezone: "Europe/Berlin" }],
    };
    const { exitCode, output } = await applyFromInput(JSON.stringify(practice), data);
    expect(exitCode).toBe(0);
    expect(output).toContain("Applied to JSON (acc-json)");
    const faulty = await applyFromInput('{"account": 3}', data);
    expect(faulty.exitCode).toBe(1);
    expect(faulty.errors).toContain("nothing was applied");
  });

  it("says so when there is no such file", async () => {
    expect(await fail(1, "apply", "missing.yaml", "--data", applied)).toBe(
      "There is no file or folder missing.yaml.\nCheck the name.\n",
    );
  });

  it("makes one account when two start at once on the same new folder", async () => {
    const data = inFolder("racing");
    const outputs = await Promise.all([1, 2].map(() => succeed("apply", "practice.yaml", "--data", data)));
    expect(outputs.filter((output) => output.includes("Applied to"))).toHaveLength(1);
    expect(outputs.filter((output) => output.includes("nothing to change"))).toHaveLength(1);
  });
});

async function applyFromInput(text: string, data: string): Promise<CommandResult> {
  return await new Promise((resolve) => {
    const args = [COMMAND, "apply", "-", "--data", data];
    const child = execFile(process.execPath, args, (error, output, errors) =>
      resolve({ exitCode: Number(error?.code ?? 0), output, errors }),
    );
    child.stdin!.end(text);
  });
}

describe.concurrent("slotline export", () => {
  it("writes a file that makes the same account anywhere", async () => {
    const file = inFolder("exported.yaml");
    const elsewhere = inFolder("elsewhere");
    expect(await succeed("export", "--output", file, "--data", applied)).toBe(`Wrote acc-test to ${file}.\n`);
    await succeed("apply", file, "--data", elsewhere);
    const { account, file: text } = await succeedJson("export", "--data", elsewhere);
    expect(account).toBe("acc-test");
    expect(text).toBe(readFileSync(file, "utf8"));
    expect(await succeed("apply", "practice.yaml", "--prune", "--data", elsewhere)).toContain(
      "nothing to change",
    );
  });

  it("asks which account when there are several, and knows no other", async () => {
    const data = copyOfApplied();
    writeFileSync(inFolder("second.yaml"), PRACTICE.replace("acc-test", "acc-two"));
    await succeed("apply", inFolder("second.yaml"), "--data", data);
    expect(await fail(1, "export", "--data", data)).toBe(
      "There are several accounts.\nChoose one with --account: acc-test, acc-two.\n",
    );
    expect(await failJson(1, "export", "--account", "acc-three", "--data", data)).toEqual({
      error: "There is no account acc-three.",
      next: "There are: acc-test, acc-two.",
    });
  });
});

describe.concurrent("slotline import clients", () => {
  const CSV = `Vorname;Nachname;Geburtsdatum;Telefon;PLZ;Ort;Haustier
Anna;Schäfer;1.2.1980;0341 111222;04109;Leipzig;Hund
Max;Meier;31.02.1990;0341 333444;;;
;;01.01.1970;;;;Katze
Erika;Musterfrau;;0341 2223344;04177;Leipzig;
Anna;Schäfer;01.02.1980;0341 111222;;;
`;

  it("adds who is new, changes who is known, and leaves faulty rows out with their reason", async () => {
    const data = copyOfApplied();
    const file = inFolder("kartei.csv");
    writeFileSync(file, CSV);
    const dryRun = await succeed("import", "clients", file, "--dry-run", "--data", data);
    expect(dryRun).toContain('Row 3 is left out: There is no date "31.02.1990" in the calendar.');
    expect(dryRun).toContain("Row 4 is left out: The row has no name.");
    expect(dryRun).toContain("Row 6 is left out: This is the same client as in row 2.");
    expect(dryRun).toContain("Columns left out: Haustier.");
    expect(dryRun).toMatch(
      /Would be: 1 added, 1 changed, 0 unchanged, 3 left out\. Nothing was changed\.\n$/,
    );
    const imported = await succeedJson("import", "clients", file, "--data", data);
    expect(imported).toMatchObject({ ok: true, added: 1, changed: 1, unchanged: 0, applied: true });
    expect(imported.leftOut.map((one: { row: number }) => one.row)).toEqual([3, 4, 6]);
    expect(await succeed("import", "clients", file, "--data", data)).toContain(
      "0 added, 0 changed, 2 unchanged",
    );
    const exported = await succeed("export", "--data", data);
    expect(exported).toMatch(/firstname: Anna, lastname: Schäfer.*1980-02-01.*"?04109"?/);
    expect(exported).toMatch(/id: erika.*04177/);
  });

  it("refuses a file without names", async () => {
    writeFileSync(inFolder("odd.csv"), "a;b\n1;2\n");
    expect(await fail(1, "import", "clients", "odd.csv", "--data", applied)).toContain(
      "odd.csv cannot be imported: No column is called Vorname or Nachname; the first line is: a, b",
    );
  });
});

describe.concurrent("slotline key", () => {
  it("create prints just id, key and webhook URL as JSON; the key is stored nowhere", async () => {
    const data = copyOfApplied();
    const made = await succeedJson(
      "key",
      "create",
      "--account",
      "acc-test",
      "--expires",
      "90d",
      "--data",
      data,
    );
    expect(made).toEqual({
      id: expect.stringMatching(/^key_[\w-]{12}$/),
      key: expect.stringMatching(/^slk_[\w-]{32}$/),
      webhookUrl: `http://127.0.0.1:8080/webhook/${made.key}`,
    });
    const [listed] = await succeedJson("key", "list", "--data", data);
    expect(listed).toMatchObject({ id: made.id, accountId: "acc-test", entityIds: null });
    expect(listed.expiresAt - listed.createdAt).toBe(90 * 86_400_000);
    expect(listed).not.toHaveProperty("hash");
    expect(JSON.stringify(listed)).not.toContain(made.key);
    expect(readFileSync(join(data, "slotline.db")).includes(made.key)).toBe(false);
  });

  it("create says that the address is that of these settings, and takes another", async () => {
    const data = copyOfApplied();
    const guessed = await succeed("key", "create", "--data", data);
    expect(guessed).toMatch(
      /\n {2}http:\/\/127\.0\.0\.1:8080\/webhook\/slk_\S+\n\nIt is that of a server started with/,
    );
    const named = await succeed("key", "create", "--public-url", "https://desk.example.org/", "--data", data);
    expect(named).toMatch(/\n {2}https:\/\/desk\.example\.org\/webhook\/slk_\S+\n$/);
  });

  it("list shows what each key reaches and the last day on which it works; revoke ends it once", async () => {
    const data = copyOfApplied();
    const narrow = [
      "--entity",
      "leipzig",
      "--scope",
      "read,book",
      "--label",
      "Anna's bot",
      "--expires",
      "2099-03-31",
    ];
    const { id } = await succeedJson("key", "create", ...narrow, "--data", data);
    const row = new RegExp(
      `^${id} +acc-test +leipzig +read book +all +Anna's bot +works until 2099-03-31$`,
      "m",
    );
    expect(await succeed("key", "list", "--data", data)).toMatch(row);
    expect(await succeed("key", "revoke", id, "--data", data)).toBe(`Key ${id} no longer works.\n`);
    expect(await succeed("key", "list", "--data", data)).toMatch(/ revoked \d{4}-\d\d-\d\d$/m);
    expect(await fail(1, "key", "revoke", id, "--data", data)).toBe(
      `There is no working key ${id}.\nslotline key list shows them.\n`,
    );
  });

  it.each([
    ["2099-02-31", "2099-02-31 is no date."],
    ["2020-01-01", "2020-01-01 is over already."],
  ])("create takes no key that expires on %s", async (text, message) => {
    expect(await fail(2, "key", "create", "--expires", text, "--data", copyOfApplied())).toContain(message);
  });

  it.each([
    ["entity", ["--entity", "halle"], 1, "acc-test has no entity halle.\nIt has: leipzig."],
    ["scope", ["--scope", "write"], 2, "There is no scope write.\nScopes: read, book, clients, staff."],
  ])("create knows no other %s, and says which there are", async (_what, args, exitCode, message) => {
    expect(await fail(exitCode, "key", "create", ...args, "--data", applied)).toContain(message);
  });
});

describe.concurrent("slotline explain slots", () => {
  const explain = async (date: Temporal.PlainDate | undefined, ...args: string[]) =>
    await succeed(
      "explain",
      "slots",
      "--product",
      "massage-30",
      "--date",
      `${date}`,
      "--data",
      applied,
      ...args,
    );

  it("shows every start of a free day as offered, for each agent", async () => {
    const output = await explain(MONDAY);
    expect(output).toContain(
      `Max Mustermann (max) works 09:00–10:30 on ${MONDAY}: the date has hours of its own.`,
    );
    expect(output).toContain("Ayşe Öztürk (ayse) works");
    expect(output.match(/^\d\d:\d\d +offered$/gm)).toEqual(
      ["09:00", "09:30", "10:00", "09:00", "09:30", "10:00"].map((time) => `${time}  offered`),
    );
  });

  it("names the time off that is in the way", async () => {
    const output = await explain(TUESDAY, "--agent", "ayse");
    expect(output).not.toContain("Mustermann");
    expect(output).toMatch(/^09:00 +offered$/m);
    expect(output).toMatch(
      new RegExp(`^09:30 +no +time off ${TUESDAY} 09:30 – ${TUESDAY} 10:00 \\(Zahnarzt\\)$`, "m"),
    );
    expect(output).toMatch(/^10:00 +offered$/m);
  });

  it("names the closure that is in the way", async () => {
    expect(await explain(THURSDAY, "--agent", "max")).toMatch(/^09:00 +no +closed .* \(Betriebsausflug\)$/m);
  });

  it("says why there is no start at all: a closed day, a public holiday", async () => {
    expect(await explain(WEDNESDAY, "--agent", "max")).toMatch(
      /^Max Mustermann \(max\) does not work on .*hours of its own/,
    );
    expect(await explain(HOLIDAY, "--agent", "max")).toMatch(
      new RegExp(`^Max Mustermann \\(max\\) does not work on ${HOLIDAY}.*public holiday`),
    );
  });

  it("prints the same as JSON", async () => {
    const [only] = await succeedJson(
      ...["explain", "slots", "--product", "massage-30", "--agent", "ayse"],
      ...["--date", `${TUESDAY}`, "--data", applied],
    );
    expect(only).toMatchObject({ agentId: "ayse", rule: "override" });
    expect(only.workingTime).toHaveLength(1);
    const start = expect.stringContaining(`${TUESDAY}T09:00:00.000+`);
    expect(only.starts[0]).toEqual({ start, offered: true });
    const reason = expect.stringContaining("Zahnarzt");
    expect(only.starts[1]).toMatchObject({ offered: false, rule: "absent", reason });
  });

  it.each([
    [
      "an unknown product",
      ["--product", "nope"],
      "There is no product nope.\nslotline export shows all ids.",
    ],
    ["an unknown agent", ["--product", "massage-30", "--agent", "nope"], "There is no agent nope."],
  ])("says so of %s", async (_what, args, message) => {
    const day = ["--date", `${MONDAY}`, "--data", applied];
    expect(await fail(1, "explain", "slots", ...args, ...day)).toContain(message);
  });

  it("says of a day gone by that its time is past, not that there is too little notice", async () => {
    const lastMonday = nextMonday(Temporal.Now.plainDateISO("Europe/Berlin").subtract({ days: 14 }));
    expect(await explain(lastMonday, "--agent", "max")).toMatch(/^09:00 +no +the time is past$/m);
  });

  it("says how to write a date that is none", async () => {
    const args = ["explain", "slots", "--product", "massage-30", "--date", "2026-02-30", "--data", applied];
    expect(await fail(2, ...args)).toBe("2026-02-30 is no date.\nWrite it as 2026-12-01.\n");
  });
});

describe.concurrent("slotline backup and restore", () => {
  it("copy the data and bring it back; what was there before is kept", async () => {
    const data = copyOfApplied();
    const file = inFolder("monday.db");
    expect(await succeed("backup", file, "--data", data)).toBe(
      `Wrote ${file}. To bring it back: slotline restore ${file}\n`,
    );
    await succeed("key", "create", "--data", data);
    const restored = await succeed("restore", file, "--data", data);
    expect(restored).toContain(`The data is what ${file} holds.`);
    expect(existsSync(/kept in (\S+)\.\n/.exec(restored)![1]!)).toBe(true);
    expect(await succeed("key", "list", "--data", data)).toContain("There are no keys. Make one:");
    expect(readdirSync(data).filter((name) => name.includes("incoming"))).toEqual([]);
  });

  it("backup writes over a file only when it is told to", async () => {
    const file = inFolder("exists.db");
    writeFileSync(file, "something dear");
    expect(await fail(1, "backup", file, "--data", applied)).toBe(
      `${file} exists.\nChoose another name, or write over it with --force.\n`,
    );
    expect(readFileSync(file, "utf8")).toBe("something dear");
    expect(await succeedJson("backup", file, "--force", "--data", applied)).toEqual({ file });
    expect(keysIn(file)).toBe(0);
  });

  it("backup refuses the data itself, under whatever name, whether a server runs or not", async () => {
    const data = copyOfApplied();
    const [database, callLog] = ["slotline.db", "slotline-calls.db"].map((name) => join(data, name));
    const refuse = async (name: string, ...force: string[]) =>
      expect(await fail(2, "backup", name, ...force, "--data", data)).toBe(
        `${aliases.get(name) ?? name} belongs to the data itself; it cannot be its own backup.\n` +
          "Nothing was changed. Choose another name: slotline backup slotline-monday.db.\n",
      );
    const refuseEach = async (...names: string[]) => {
      for (const name of names) await refuse(name, "--force");
    };
    const aliases = new Map([
      [join(data, "symbolic.db"), `${join(data, "symbolic.db")} is ${database}, which`],
      [join(data, "hard.db"), `${join(data, "hard.db")} is ${database}, which`],
    ]);
    symlinkSync("slotline.db", join(data, "symbolic.db"));
    linkSync(database!, join(data, "hard.db"));
    symlinkSync(data, inFolder("other-way"));
    const before = readFileSync(database!);
    await refuse(database!);
    await refuseEach(database!, `${database}-wal`, `${database}-shm`, callLog!, ...aliases.keys());
    await refuseEach(inFolder("other-way", "slotline.db"), inFolder("other-way", "slotline.db-wal"));
    expect(readFileSync(database!)).toEqual(before);
    const server = await startServerProcess(data);
    const { id } = await succeedJson("key", "create", "--data", data);
    await refuseEach(database!, `${database}-wal`, callLog!, `${callLog}-shm`, join(data, "hard.db"));
    await server.stop();
    expect(await succeed("key", "list", "--data", data)).toContain(id);
    expect(readdirSync(data).filter((name) => name.includes("unfinished"))).toEqual([]);
    // Some fifteen processes, each of which loads all of the program.
  }, 180_000);

  it("restore and export refuse the data itself too", async () => {
    const data = copyOfApplied();
    const database = join(data, "slotline.db");
    const before = readFileSync(database);
    expect(await fail(2, "restore", database, "--data", data)).toContain("cannot be restored from");
    expect(await fail(2, "export", "--output", database, "--data", data)).toContain("practice file");
    expect(readFileSync(database)).toEqual(before);
  });

  it("restore takes a copy of a folder with all that was written last, and leaves the copy as it is", async () => {
    const data = copyOfApplied();
    const server = await startServerProcess(data);
    const { id } = await succeedJson("key", "create", "--data", data);
    await server.kill();
    const copy = inFolder("of-folder");
    cpSync(data, copy, { recursive: true });
    expect(statSync(join(copy, "slotline.db-wal")).size).toBeGreaterThan(0);
    const elsewhere = inFolder("from-copy");
    await succeed("restore", join(copy, "slotline.db"), "--data", elsewhere);
    expect(await succeed("key", "list", "--data", elsewhere)).toContain(id);
    expect(statSync(join(copy, "slotline.db-wal")).size).toBeGreaterThan(0);
  });

  it("what restore keeps is for its owner only", async () => {
    const data = copyOfApplied();
    const file = inFolder("for-mode.db");
    await succeed("backup", file, "--data", data);
    const { kept } = await succeedJson("restore", file, "--data", data);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
  });

  it("backup keeps the old file when no new one can be made", async () => {
    const file = inFolder("last-week.db");
    writeFileSync(file, "something dear");
    await fail(1, "backup", file, "--force", "--data", inFolder("no-data"));
    expect(existsSync(file)).toBe(true);
  });

  it("backup says so plainly when it cannot write there", async () => {
    const file = inFolder("no", "folder", "x.db");
    expect(await fail(1, "backup", file, "--data", applied)).toContain(inFolder("no", "folder"));
  });

  it("restore refuses what is no backup", async () => {
    expect(await fail(1, "restore", "practice.yaml", "--data", applied)).toBe(
      "practice.yaml is not a backup of Slotline.\nNothing was changed. Try another backup.\n",
    );
  });
});

/** How many keys a database file holds. */
function keysIn(file: string): number {
  return inDatabase(file, (database) => database.prepare("select id from api_keys").all().length);
}

function inDatabase<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

describe.concurrent("slotline config check", () => {
  it("shows every setting, where it comes from and its variable", async () => {
    const cwd = inFolder("configured");
    mkdirSync(cwd);
    writeFileSync(join(cwd, "slotline.config.yaml"), "callLogDays: 7\nport: 1\n");
    const { exitCode, output } = await runSlotline(["config", "check"], {
      cwd,
      environment: { SLOTLINE_PORT: "9000" },
    });
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^port +9000 +SLOTLINE_PORT +SLOTLINE_PORT +port to listen on/m);
    expect(output).toMatch(/^callLogDays +7 +slotline\.config\.yaml: callLogDays +SLOTLINE_CALL_LOG_DAYS/m);
    expect(output).toMatch(/^host +127\.0\.0\.1 +default +SLOTLINE_HOST/m);
  });

  it("shows every fault at once and exits with 2, as every command does", async () => {
    const cwd = inFolder("misconfigured");
    mkdirSync(cwd);
    writeFileSync(join(cwd, "slotline.config.yaml"), "prot: 1\ncallLogDays: soon\n");
    const options = { cwd, environment: { SLOTLINE_PORT: "abc" } };
    const check = await runSlotline(["config", "check"], options);
    expect(check.exitCode).toBe(2);
    expect(check.errors).toMatch(/^The settings have faults:\n/);
    for (const line of [
      "  SLOTLINE_PORT: must be a number\n",
      "  slotline.config.yaml: callLogDays: must be a number\n",
      "  slotline.config.yaml: prot: is no setting; there are data,",
    ])
      expect(check.errors).toContain(line);
    const list = await runSlotline(["key", "list", "--json"], options);
    expect(list.exitCode).toBe(2);
    expect(JSON.parse(list.output).faults).toHaveLength(3);
  });
});

describe("beside a running server", () => {
  let data: string;
  let server: ServerProcess;
  let bot: WebhookClient;
  beforeAll(async () => {
    data = copyOfApplied();
    server = await startServerProcess(data);
    bot = (await newKey()).bot;
  });
  afterAll(() => server.stop());

  const newKey = async () => {
    const { id, key } = await succeedJson("key", "create", "--data", data);
    return { id, bot: new WebhookClient(server.address, key) };
  };

  it("a key works on the next request, and no longer after it is revoked", async () => {
    const { id, bot: another } = await newKey();
    expect(await another.must("getBusinessName", { entityId: "leipzig" })).toEqual({
      name: "Praxis Leipzig",
    });
    await succeed("key", "revoke", id, "--data", data);
    expect((await another.call("getBusinessName", { entityId: "leipzig" })).status).toBe(401);
    expect((await bot.call("getBusinessName", { entityId: "leipzig" })).status).toBe(200);
  });

  it("an applied change shows on the next request", async () => {
    const before = await bot.must("getProducts", { entityId: "leipzig", appointmentTypeId: "massage" });
    expect(before).toMatchObject([{ id: "massage-30", price: 45 }]);
    const file = inFolder("dearer-live.yaml");
    writeFileSync(file, DEARER);
    await succeed("apply", file, "--data", data);
    const after = await bot.must("getProducts", { entityId: "leipzig", appointmentTypeId: "massage" });
    expect(after).toMatchObject([{ id: "massage-30", price: 48 }]);
  });

  it("a booking is named by explain, in a backup, and in the log without the caller", async () => {
    const wish = { appointmentTypeId: "massage", productId: "massage-30" };
    const slots = await bot.slots({ ...wish, agentId: "max", dateTime: `${MONDAY}` });
    const { avId, slotStart } = slots.find((slot) => slot.slotStart.includes("T09:30"))!;
    const booker = { firstname: "Erika", lastname: "Musterfrau", phone: "0341 2223344" };
    const members = { ...wish, slotId: avId, start: slotStart, booker };
    const { bookingId } = await bot.must("bookAppointment", members, { "x-call-id": "call-7" });

    const day = ["--product", "massage-30", "--agent", "max", "--date", `${MONDAY}`, "--data", data];
    const holds = `booking ${bookingId} holds 09:30–10:00, buffers included`;
    expect(await succeed("explain", "slots", ...day)).toMatch(new RegExp(`^09:30 +no +${holds}$`, "m"));

    const file = inFolder("live.db");
    await succeed("backup", file, "--data", data);
    const booked = inDatabase(file, (database) => database.prepare("select id from bookings").all());
    expect(booked).toEqual([{ id: bookingId }]);
    expect(await fail(1, "restore", file, "--data", data)).toBe(
      `${join(data, "slotline.db")} is in use.\n` +
        "Stop the server and other slotline commands first. Nothing was changed.\n",
    );

    // The log is written in batches; the commands above took longer than one.
    const log = await succeed("log", "--data", data);
    expect(log).toMatch(/^\S+Z +\d+\.\d ms {2}bookAppointment +ok +call call-7$/m);
    const json = await succeed("log", "--json", "--lines", "1", "--data", data);
    expect(json.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(json)).toMatchObject({ action: "bookAppointment", callId: "call-7", outcome: "ok" });
    for (const personal of ["Erika", "Musterfrau", "2223344"]) expect(log + json).not.toContain(personal);
  });
});

describe.concurrent("slotline serve", () => {
  /** Runs it until it is ready, ends it with `signal` and returns all that it printed. */
  const outputOf = async (signal: NodeJS.Signals, ...args: string[]): Promise<string> =>
    await new Promise((resolve, reject) => {
      const child = execFile(
        process.execPath,
        [COMMAND, "serve", "--port", "0", ...args],
        { cwd: folder },
        (error, output) => (error === null ? resolve(output) : reject(error)),
      );
      let printed = "";
      child.stdout!.on("data", (chunk) => {
        printed += chunk;
        if (/Ctrl-C stops it|"address"/.test(printed)) child.kill(signal);
      });
    });

  it("says what to type next on the same data, and that it has stopped", async () => {
    const output = await outputOf("SIGINT", "--data", "a business");
    expect(output).toContain("npx slotline apply FILE --data 'a business'");
    expect(output).toContain("`npx slotline log --follow --data 'a business'`");
    expect(output).toMatch(/\nSlotline has stopped; what had begun is done\.\n$/);
  });

  it("leaves out the data folder where it is the default", async () => {
    expect(await outputOf("SIGTERM")).toContain("`npx slotline log --follow` shows");
  });

  it("prints nothing but JSON when asked to", async () => {
    const output = await outputOf("SIGTERM", "--json", "--data", inFolder("quiet"));
    expect(Object.keys(JSON.parse(output))).toEqual(["address"]);
  });

  it("keeps --demo and the data folder in its advice when the port is in use", async () => {
    const server = await startServerProcess(inFolder("first-here"));
    const { port } = new URL(server.address);
    const data = inFolder("second-here");
    expect(await fail(3, "serve", "--demo", "--port", port, "--data", data)).toBe(
      `Port ${port} is in use.\nStop the other server, or choose a port: npx slotline serve --demo --port 8081 --data ${data}.\n`,
    );
    await server.stop();
  });
});

describe.concurrent("slotline log", () => {
  it("says so where no server has run", async () => {
    expect(await fail(1, "log", "--data", applied)).toContain(`There is no log in ${applied}.`);
  });

  it("takes no word as a number of lines", async () => {
    const data = copyOfApplied();
    writeFileSync(join(data, "slotline-calls.db"), "");
    expect(await fail(2, "log", "--lines", "many", "--data", data)).toContain("many");
  });
});
