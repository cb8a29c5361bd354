import { Command } from "commander";
import { SETTINGS } from "../../config.ts";
import { baseUrl, ownerLink } from "../owner-link.ts";
import { print, printJson } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";

interface LinkFlags {
  data?: string;
  account?: string;
  publicUrl?: string;
  json?: boolean;
}

/** What the server was started with is not known here. */
const ANOTHER_ADDRESS =
  "Is the server at another address or port than these settings say, change what stands before /invitation.";

export function ownerCommand(): Command {
  const link = new Command("link")
    .description("A link that makes its first user an owner, once. It works for a week.")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--public-url <url>", SETTINGS.publicUrl.help)
    .option("--json", 'print {"link"}')
    .addHelpText("after", "\nExample:\n  $ slotline owner link --account acc-leipzig")
    .action(async (flags: LinkFlags) => {
      const settings = settingsOf(flags);
      await withStore(settings, async (store) => {
        const made = await ownerLink(store, await accountFor(store, flags.account), baseUrl(settings));
        if (flags.json) return printJson({ link: made });
        print(`Open this link in a browser; whoever does first becomes an owner:\n\n  ${made}\n`);
        print("It takes the place of the link before it, also of the one that the server printed.");
        if (settings.publicUrl === undefined) print(ANOTHER_ADDRESS);
      });
    });
  return new Command("owner")
    .description("Who runs the desk; also for somebody who can no longer log in.")
    .addHelpText("after", "\nExample:\n  $ slotline owner link")
    .addCommand(link);
}
