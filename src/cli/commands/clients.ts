import { Command } from "commander";
import { differingFields, type Merged, mergeClients } from "../../booking/merge-clients.ts";
import { REAL_EFFECTS } from "../../effects.ts";
import type { Client } from "../../identity/client.ts";
import type { Store } from "../../store/store.ts";
import { CommandFailed, EXIT, print, printJson, table } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";
import { type ClientFlags, unknownClient } from "./client-argument.ts";
import { findCommand } from "./clients-find.ts";
import { pinCommand } from "./clients-pin.ts";

interface MergeFlags extends ClientFlags {
  dryRun?: boolean;
  yes?: boolean;
}

export function clientsCommand(): Command {
  return new Command("clients")
    .description("The people whom an account knows.")
    .addHelpText(
      "after",
      `
Examples:
  $ slotline clients find max mustermann 25.7.85
  $ slotline clients show cl_7Hq2mZcV0aTd
  $ slotline clients pin cl_7Hq2mZcV0aTd
  $ slotline clients merge cl_7Hq2mZcV0aTd cl_x0Yw1pQe83Lk --dry-run`,
    )
    .addCommand(findCommand())
    .addCommand(showCommand())
    .addCommand(pinCommand())
    .addCommand(mergeCommand());
}

function mergeCommand(): Command {
  return new Command("merge")
    .description("Make two cards of one person one.")
    .argument("<keep>", "id of the card that stays")
    .argument("<drop>", "id of the card that becomes a part of it")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--dry-run", "show what would happen and change nothing")
    .option("--yes", "do it; it cannot be undone")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
Bookings of the dropped card go to the kept one, which also gets what it lacked; nothing on it is overwritten. What
differs is shown, also later by \`slotline clients show\`, but no longer finds the client. The dropped id goes on leading to the kept card.

Example:
  $ slotline clients merge cl_7Hq2mZcV0aTd cl_x0Yw1pQe83Lk --dry-run`,
    )
    .action(async (keepId: string, dropId: string, flags: MergeFlags) => {
      const dryRun = flags.dryRun ?? false;
      const isLookedAt = dryRun || !flags.yes;
      await withStore(settingsOf(flags), async (store) => {
        const accountId = await accountFor(store, flags.account);
        const caller = { accountId, entityIds: null, actor: { kind: "person", id: "cli" } } as const;
        const desk = { store, now: REAL_EFFECTS.now };
        const merged = await mergeClients(desk, caller, { keepId, dropId, dryRun: isLookedAt });
        if (!merged.ok) throw failure(merged.reason, keepId, dropId);
        if (isLookedAt && !dryRun) {
          throw new CommandFailed("Two cards that became one cannot be parted again; nothing was changed.", {
            next: "Look first with --dry-run, then say --yes.",
            exitCode: EXIT.usage,
          });
        }
        if (flags.json) printJson({ ...merged, dryRun });
        else tell(merged, dryRun);
      });
    });
}

function showCommand(): Command {
  return new Command("show")
    .description("A card and what became of it other than by your files.")
    .argument("<id>", "the client's id")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--json", "print the result as JSON")
    .addHelpText("after", "\nExample:\n  $ slotline clients show cl_7Hq2mZcV0aTd")
    .action(async (id: string, flags: ClientFlags) => {
      await withStore(settingsOf(flags), async (store) => {
        await show(store, await accountFor(store, flags.account), id, flags.json ?? false);
      });
    });
}

async function show(store: Store, accountId: string, id: string, json: boolean): Promise<void> {
  const client = await store.clientById(accountId, id);
  if (client === undefined) throw unknownClient(id);
  const events = await store.clientEvents(accountId, client.id);
  const hasPin = await store.hasPin(accountId, client.id);
  if (json) return printJson({ client, hasPin, events });
  if (client.id !== id) print(`${id} is a part of this card.`);
  for (const [member, value] of Object.entries(client))
    if (value !== null) print(`${member.padEnd(10)} ${value}`);
  print(`${"pin".padEnd(10)} ${hasPin ? "set" : "none"}`);
  for (const { at, kind, actor, detail } of events) {
    const time = Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 0 });
    const { dropped } = detail as { dropped?: Client };
    const members = (detail.members as string[]).join(", ") || "nothing";
    const from = dropped === undefined ? `by ${String(detail.bookingId)}` : `from ${dropped.id}`;
    print(`${time}  ${kind} ${from}: ${members} added (${actor.kind} ${actor.id})`);
    for (const field of dropped === undefined ? [] : differingFields(client, dropped)) {
      print(`${" ".repeat(time.length)}  ${dropped?.id} had another ${field}: ${dropped?.[field]}`);
    }
  }
}

function tell({ keep, drop, filled, differing, bookings }: Merged & { ok: true }, dryRun: boolean): void {
  const nameOf = ({ id, firstname, lastname }: Client) =>
    `${[firstname, lastname].filter(Boolean).join(" ") || "somebody without a name"} (${id})`;
  print(
    `${dryRun ? "Would keep" : "Kept"} ${nameOf(keep)}; ${nameOf(drop)} ${dryRun ? "would become" : "is"} a part of it.`,
  );
  if (filled.length > 0) {
    print(`\n${dryRun ? "Would add" : "Added"}:`);
    print(
      table(
        ["", drop.id],
        filled.map((field) => [field, drop[field] ?? ""]),
      ),
    );
  }
  if (differing.length > 0) {
    const rows = differing.map((field) => [field, keep[field] ?? "", drop[field] ?? ""]);
    print(`\nDifferent; ${keep.id} keeps its own, and \`slotline clients show\` goes on showing the other:`);
    print(table(["", keep.id, drop.id], rows));
  }
  print("");
  print(
    dryRun ? "Nothing was changed." : bookings === 1 ? "1 booking moved." : `${bookings} bookings moved.`,
  );
}

function failure(reason: (Merged & { ok: false })["reason"], keepId: string, dropId: string): CommandFailed {
  switch (reason) {
    case "unknown_keep":
    case "unknown_drop":
      return unknownClient(reason === "unknown_keep" ? keepId : dropId);
    case "same_card":
      return new CommandFailed("Both ids lead to one card already.", { next: "Nothing is left to do." });
    case "stale":
      return new CommandFailed("One of the cards was being changed; nothing was merged.", {
        next: "Try again.",
      });
    case "same_booking":
      return new CommandFailed(
        "Both have a booking of the same product at the same time; nothing was merged.",
        {
          next: "Cancel one of the two bookings, then try again.",
        },
      );
  }
}
