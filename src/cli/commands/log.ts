import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { callLogFile, openCallLog } from "../../places.ts";
import type { CallLog, KeptCall } from "../../store/call-log.ts";
import type { LookupRecord } from "../../store/lookups.ts";
import type { Store } from "../../store/store.ts";
import { CommandFailed, EXIT, print } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";

interface LogFlags {
  data?: string;
  account?: string;
  lines: number;
  follow?: boolean;
  lookups?: boolean;
  json?: boolean;
}

const LOOK_EVERY_MS = 300;
const MOST_AT_ONCE = 500;

export function logCommand(): Command {
  return new Command("log")
    .description("The latest webhook calls: when, which action, what came of it. Personal data is masked.")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "only this account's")
    .option("-n, --lines <count>", "how many of the latest", wholeNumber, 20)
    .option("-f, --follow", "go on and show calls as they come")
    .option("--lookups", "the audit trail instead: who was looked up, by which key and call; newest last")
    .option("--json", "one JSON object a line, with request and answer")
    .addHelpText("after", "\nExample:\n  $ slotline log --follow")
    .action(async (flags: LogFlags) => {
      const settings = settingsOf(flags);
      if (flags.lookups) return await withStore(settings, (store) => showLookups(store, flags));
      if (settings.databaseUrl === undefined && !existsSync(callLogFile(settings.data))) {
        throw new CommandFailed(`There is no log in ${settings.data}.`, {
          next: "The server writes it from its first request on; --data names its folder.",
        });
      }
      const log = await openCallLog(settings);
      try {
        await show(log, flags);
      } finally {
        await log.close();
      }
    });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

async function show(log: CallLog, { account, lines, follow, json }: LogFlags): Promise<void> {
  const printCall = (call: KeptCall) => print(json ? JSON.stringify(call) : lineOf(call));
  const latest = await log.calls({ most: lines, accountId: account });
  for (const call of latest) printCall(call);
  if (latest.length === 0 && !follow && !json) print("No calls yet.");
  let seen = latest.at(-1)?.number ?? (await log.calls({ most: 1 })).at(-1)?.number ?? 0;
  while (follow) {
    await wait(LOOK_EVERY_MS);
    for (const call of await log.calls({ after: seen, most: MOST_AT_ONCE, accountId: account })) {
      printCall(call);
      seen = call.number;
    }
  }
}

function lineOf({ at, callId, entityId, action, outcome, milliseconds }: KeptCall): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 3 });
  const took = `${milliseconds.toFixed(1)} ms`.padStart(9);
  const about = [callId === null ? "" : `call ${callId}`, entityId ?? ""].filter(Boolean).join("  ");
  return `${time}  ${took}  ${(action ?? "-").padEnd(31)}  ${outcome.padEnd(20)}  ${about}`.trimEnd();
}

async function showLookups(store: Store, { account, lines, follow, json }: LogFlags): Promise<void> {
  if (follow) {
    throw new CommandFailed("--lookups shows what there is and ends.", {
      next: "Leave out --follow.",
      exitCode: EXIT.usage,
    });
  }
  const lookups = await store.lookups(await accountFor(store, account), lines);
  for (const lookup of lookups) print(json ? JSON.stringify(lookup) : lineOfLookup(lookup));
  if (lookups.length === 0 && !json) print("No look-ups yet.");
}

function lineOfLookup({ at, keyId, callId, action, members, outcome, clientIds }: LookupRecord): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 3 });
  const by = callId === null ? keyId : `${keyId} call ${callId}`;
  const about = `${members.join(", ") || "-"}  →  ${clientIds.join(", ") || "nobody"}`;
  return `${time}  ${action.padEnd(19)}  ${outcome.padEnd(12)}  ${about}  (${by})`;
}
