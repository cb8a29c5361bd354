import { Command } from "commander";
import { hashPin } from "../../booking/pin-hash.ts";
import { askUnseen, firstLineOfInput } from "../read-secret.ts";
import { CommandFailed, EXIT, print, printJson } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";
import { type ClientFlags, unknownClient } from "./client-argument.ts";

interface PinFlags extends ClientFlags {
  remove?: boolean;
  pinStdin?: boolean;
}

export function pinCommand(): Command {
  return new Command("pin")
    .description("Set the PIN by which a client proves on the telephone to be that client.")
    .argument("<id>", "the client's id")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--pin-stdin", "read the PIN from standard input instead of asking for it")
    .option("--remove", "take the PIN away")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
4 to 8 digits. It is stored only as a hash and shown nowhere; callers are asked for it where an entity's practice file
says verification: { by: [pin] }. After five wrong ones within an hour none is taken for an hour; a new PIN ends that.

Examples:
  $ slotline clients pin cl_7Hq2mZcV0aTd
  $ slotline clients pin cl_7Hq2mZcV0aTd --remove`,
    )
    .action(async (id: string, flags: PinFlags) => {
      const remove = flags.remove ?? false;
      if (remove && flags.pinStdin) {
        throw new CommandFailed("--remove and --pin-stdin exclude each other.", { exitCode: EXIT.usage });
      }
      await withStore(settingsOf(flags), async (store) => {
        const accountId = await accountFor(store, flags.account);
        const client = await store.clientById(accountId, id);
        if (client === undefined) throw unknownClient(id);
        const hash = remove ? null : await hashPin(await newPin(flags));
        const isChanged = await store.setPin(accountId, client.id, hash);
        if (!remove && !isChanged) throw unknownClient(id);
        if (flags.json) return printJson({ id: client.id, hasPin: !remove });
        if (!remove) return print(`${client.id} has a new PIN.`);
        print(isChanged ? `${client.id} has no PIN any more.` : `${client.id} had no PIN.`);
      });
    });
}

async function newPin({ pinStdin }: PinFlags): Promise<string> {
  const pin = (await (pinStdin ? firstLineOfInput() : askUnseen("New PIN (4 to 8 digits): "))).trim();
  if (/^\d{4,8}$/.test(pin)) {
    if (pinStdin || pin === (await askUnseen("Once more: ")).trim()) return pin;
    throw new CommandFailed("The two PINs differ; nothing was changed.", { next: "Try again." });
  }
  throw new CommandFailed("A PIN has 4 to 8 digits; nothing was changed.", { exitCode: EXIT.usage });
}
