import { Command } from "commander";
import { searchClients } from "../../booking/search-clients.ts";
import { REAL_EFFECTS } from "../../effects.ts";
import { print, printJson, table } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";
import type { ClientFlags } from "./client-argument.ts";

/** More fit on no screen, and nobody reads them. */
const MOST_SHOWN = 50;

export function findCommand(): Command {
  return new Command("find")
    .description("Clients by name, phone number, date of birth or mail address, as a caller would say them.")
    .argument("<words...>", "what is known, in any order; or a client's id")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--json", "print the result as JSON, with why each was found")
    .addHelpText(
      "after",
      `
By the rules of findExistingUser: names by sound, numbers and dates also as they are spoken. Best match first; of many
the first ${MOST_SHOWN}, with --json all.

Examples:
  $ slotline clients find Max Mustermann
  $ slotline clients find mustermann 25.7.85
  $ slotline clients find null drei vier eins, eins zwei drei vier fünf sechs sieben`,
    )
    .action(async (words: string[], flags: ClientFlags) => {
      await withStore(settingsOf(flags), async (store) => {
        const accountId = await accountFor(store, flags.account);
        const caller = { accountId, entityIds: null, actor: { kind: "person", id: "cli" } } as const;
        const parts = words.flatMap((word) => word.split(/[\s,;]+/)).filter(Boolean);
        const found = await searchClients({ store, now: REAL_EFFECTS.now }, caller, parts);
        if (flags.json) {
          return printJson(found.map(({ client, score, why }) => ({ ...client, score, why })));
        }
        if (found.length === 0) return print("Nobody was found.");
        const rows = found
          .slice(0, MOST_SHOWN)
          .map(({ client: { id, firstname, lastname, dob, phone, city } }) =>
            [id, firstname, lastname, dob, phone, city].map((cell) => cell ?? ""),
          );
        print(table(["id", "first name", "last name", "born", "phone", "city"], rows));
        if (found.length > MOST_SHOWN) print(`… and ${found.length - MOST_SHOWN} more: say more about them.`);
      });
    });
}
