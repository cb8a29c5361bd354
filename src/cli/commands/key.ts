import { Command } from "commander";
import { SETTINGS, type Settings } from "../../config.ts";
import { REAL_EFFECTS } from "../../effects.ts";
import { parseDate } from "../../scheduling/calendar-date.ts";
import { type ApiKey, SCOPES, type Scope, type Store } from "../../store/store.ts";
import { hashOf, newCredential } from "../../webhook/credentials.ts";
import { CommandFailed, EXIT, print, printJson, table } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";

interface CreateFlags {
  data?: string;
  account?: string;
  entity?: string[];
  expires?: string;
  scope?: string[];
  label?: string;
  errorStatus?: string;
  maxSlots?: string;
  publicUrl?: string;
  json?: boolean;
}

interface KeyFlags {
  data?: string;
  account?: string;
  json?: boolean;
}

export function keyCommand(): Command {
  return new Command("key")
    .description("Keys that voice bots call the webhook with.")
    .addHelpText("after", '\nExample:\n  $ slotline key create --account acc-leipzig --label "voice bot"')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand());
}

function createCommand(): Command {
  return new Command("create")
    .description("Make a key. It is shown once and stored only as a hash.")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--entity <id...>", "the only entities that the key reaches (default: all of the account)")
    .option("--expires <date>", "the last day on which it works (2027-03-31), or how long it does (90d)")
    .option(
      "--scope <scope...>",
      `what it may do: ${SCOPES.join(", ")} (default: all of these); staff: the API of the desk, for scripts`,
    )
    .option("--label <text>", "whose key it is, for the list")
    .option(
      "--error-status <status>",
      "200: answer problems with status 200, for bots that drop other bodies",
    )
    .option(
      "--max-slots <number>",
      "1 to 20: answer getSlots with so many at most, spread over the time asked for",
    )
    .option("--public-url <url>", SETTINGS.publicUrl.help)
    .option("--json", 'print {"id","key","webhookUrl"}')
    .addHelpText(
      "after",
      `
Example:
  $ slotline key create --account acc-leipzig --label "voice bot" --expires 365d`,
    )
    .action(async (flags: CreateFlags) => {
      const settings = settingsOf(flags);
      await withStore(settings, async (store) => {
        const made = await createKey(store, settings, flags);
        if (flags.json) return printJson(made);
        print(`Key ${made.id} is made. It is shown this once:\n`);
        print(`  ${made.key}\n`);
        if (flags.scope?.includes("staff")) {
          print(
            "It may do what an owner may: give it to no bot. Scripts send it with each request to /api/v1:\n",
          );
          print(`  Authorization: Bearer ${made.key}`);
          return;
        }
        print(`Give the bot this URL:\n\n  ${made.webhookUrl}`);
        if (settings.publicUrl === undefined) print(ANOTHER_ADDRESS);
      });
    });
}

/** The key works wherever its data is served; what the server was started with is not known here. */
const ANOTHER_ADDRESS = `
It is that of a server started with these settings (slotline config check). Is yours at another address or port, change
what stands before /webhook: the key stays the same. With --public-url https://desk.example.org it is printed so.`;

/** Adds a key and returns it in the clear, for the only time. */
export async function createKey(
  store: Store,
  settings: Settings,
  flags: Omit<CreateFlags, "data" | "json">,
): Promise<{ id: string; key: string; webhookUrl: string }> {
  const accountId = await accountFor(store, flags.account);
  const now = REAL_EFFECTS.now();
  const entityIds = flags.entity ?? null;
  await checkEntities(store, accountId, entityIds ?? []);
  const key = newCredential();
  const stored: ApiKey = {
    id: REAL_EFFECTS.newId("key"),
    accountId,
    hash: hashOf(key),
    label: flags.label ?? null,
    entityIds,
    scopes: scopesFrom(flags.scope),
    errorStatus: errorStatusFrom(flags.errorStatus),
    maxSlots: maxSlotsFrom(flags.maxSlots),
    createdAt: now,
    expiresAt: flags.expires === undefined ? null : expiryFrom(flags.expires, now),
    revokedAt: null,
  };
  await store.addKey(stored);
  return { id: stored.id, key, webhookUrl: webhookUrl(settings, key) };
}

/** The URL that a bot is given; the key is in its path because bots' settings take a URL and no header. */
export function webhookUrl(settings: Settings, key: string, address?: string): string {
  const scheme = settings.tlsCert === undefined ? "http" : "https";
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  const base = settings.publicUrl ?? address ?? `${scheme}://${host}:${settings.port}`;
  return `${base.replace(/\/+$/, "")}/webhook/${key}`;
}

function listCommand(): Command {
  return new Command("list")
    .description("All keys, never the keys themselves.")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "only this account's")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  $ slotline key list")
    .action(async (flags: KeyFlags) => {
      await withStore(settingsOf(flags), async (store) => {
        const account = flags.account === undefined ? undefined : await accountFor(store, flags.account);
        const keys = await store.keys(account);
        const now = REAL_EFFECTS.now();
        if (flags.json) return printJson(keys.map((key) => ({ ...listed(key), state: stateOf(key, now) })));
        if (keys.length === 0) return print("There are no keys. Make one: slotline key create --account ID");
        const rows = keys.map((key) => [
          key.id,
          key.accountId,
          key.entityIds?.join(" ") ?? "all",
          key.scopes.join(" "),
          key.maxSlots === null ? "all" : `${key.maxSlots}`,
          key.label ?? "",
          stateOf(key, now),
        ]);
        print(table(["id", "account", "entities", "scopes", "slots", "label", "state"], rows));
      });
    });
}

function revokeCommand(): Command {
  return new Command("revoke")
    .description("Stop a key from working, at once and for good.")
    .argument("<id>", "the key's id, from `slotline key list`")
    .option("--data <dir>", "folder of the database")
    .option("--json", "print the result as JSON")
    .addHelpText("after", "\nExample:\n  $ slotline key revoke key_2kYcVb7Q0aTd")
    .action(async (id: string, flags: KeyFlags) => {
      await withStore(settingsOf(flags), async (store) => {
        const key = (await store.keys()).find((one) => one.id === id);
        if (key === undefined || !(await store.revokeKey(key.accountId, id, REAL_EFFECTS.now()))) {
          throw new CommandFailed(`There is no working key ${id}.`, {
            next: "slotline key list shows them.",
          });
        }
        if (flags.json) printJson({ id, revoked: true });
        else print(`Key ${id} no longer works.`);
      });
    });
}

async function checkEntities(store: Store, accountId: string, entityIds: readonly string[]): Promise<void> {
  const known = await store.entityIds(accountId);
  const unknown = entityIds.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new CommandFailed(`${accountId} has no entity ${unknown.join(", ")}.`, {
    next: `It has: ${known.join(", ")}.`,
  });
}

function scopesFrom(named: readonly string[] | undefined): readonly Scope[] {
  const wanted = named?.flatMap((one) => one.split(",")) ?? SCOPES;
  const known: readonly string[] = [...SCOPES, "staff"];
  const unknown = wanted.filter((one) => !known.includes(one));
  if (unknown.length > 0)
    throw usage(`There is no scope ${unknown.join(", ")}.`, `Scopes: ${known.join(", ")}.`);
  return wanted as Scope[];
}

function errorStatusFrom(text: string | undefined): 200 | null {
  if (text === undefined) return null;
  if (text !== "200")
    throw usage("--error-status can only be 200.", "Leave it out to answer with the real status.");
  return 200;
}

/** More than that nobody listens to; who wants them all leaves it out. */
const MOST_SLOTS = 20;

function maxSlotsFrom(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_SLOTS) {
    throw usage(`--max-slots can be 1 to ${MOST_SLOTS}.`, "Leave it out to answer with all slots.");
  }
  return number;
}

const DAY_MS = 86_400_000;

/** `2027-03-31` is good to the end of that day in UTC, `90d` for ninety days from now. */
function expiryFrom(text: string, now: number): number {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  const date = parseDate(text) === undefined ? Number.NaN : Date.parse(`${text}T00:00:00Z`);
  const expiry = days === undefined ? date + DAY_MS : now + Number(days) * DAY_MS;
  if (Number.isNaN(expiry))
    throw usage(`${text} is no date.`, "Write --expires 2027-03-31 or --expires 90d.");
  if (expiry <= now) throw usage(`${text} is over already.`, "Choose a day that is to come.");
  return expiry;
}

function usage(message: string, next: string): CommandFailed {
  return new CommandFailed(message, { next, exitCode: EXIT.usage });
}

function stateOf(key: ApiKey, now: number): string {
  if (key.revokedAt !== null) return `revoked ${day(key.revokedAt)}`;
  if (key.expiresAt === null) return "works";
  const lastDay = day(key.expiresAt - 1);
  return key.expiresAt <= now ? `expired ${lastDay}` : `works until ${lastDay}`;
}

function day(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10);
}

function listed({ hash: _secret, ...key }: ApiKey): Omit<ApiKey, "hash"> {
  return key;
}
