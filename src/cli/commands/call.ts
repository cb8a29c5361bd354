import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Command } from "commander";
import { REAL_EFFECTS } from "../../main.ts";
import type { DialogueEvent } from "../../voicebot/dialogue.ts";
import { runCall, type WebhookExchange } from "../../voicebot/run-call.ts";
import { CommandFailed, EXIT, print } from "../terminal.ts";

interface Flags {
  url: string;
  lang: string;
  country: string;
  from?: string;
  quiet?: boolean;
  record?: string;
}

export function callCommand(): Command {
  return new Command("call")
    .description("Call a business: you are the caller, the reference bot answers and asks the webhook.")
    .argument("[sipId]", "the number that is called", "phoneSipId12345678")
    .requiredOption("--url <webhook>", "URL of the webhook, with its key")
    .option("--lang <language>", "language of the bot, de or en", "de")
    .option("--country <code>", "country of the business, for numbers as they are dialled", "DE")
    .option("--from <number>", "the number you call from; withheld without it")
    .option("--quiet", "do not show the webhook's requests and answers")
    .option("--record <file>", "write what was said and exchanged as JSON")
    .addHelpText(
      "after",
      `
Type what you would say. An empty line is silence, digits alone are keys of the telephone, Ctrl-D hangs up.
The server may be any that speaks this protocol; the bot knows nothing else about it.

Example:
  $ slotline serve --demo                                   # prints the URL
  $ slotline call --url http://127.0.0.1:8080/webhook/KEY`,
    )
    .action(async (sipId: string, flags: Flags) => {
      if (flags.lang !== "de" && flags.lang !== "en") {
        throw new CommandFailed(`${flags.lang} is no language of the bot.`, {
          next: "de or en.",
          exitCode: EXIT.usage,
        });
      }
      if (!URL.canParse(flags.url)) {
        throw new CommandFailed(`${flags.url} is no URL.`, {
          next: "Take the one that `slotline key create` prints.",
          exitCode: EXIT.usage,
        });
      }
      const record: object[] = [];
      const caller = new Terminal(record);
      const settings = {
        sipId,
        language: flags.lang,
        country: flags.country.toUpperCase(),
        today: new Date(REAL_EFFECTS.now()).toISOString().slice(0, 10),
        callerNumber: flags.from,
      } as const;
      const ended = await runCall(
        settings,
        { url: flags.url, callId: randomUUID() },
        {
          listen: () => caller.listen(),
          say: (text) => {
            record.push({ bot: text });
            print(`\nBot:    ${text}`);
          },
          exchanged: (exchange) => {
            record.push(exchange);
            if (!flags.quiet) print(exchangeText(exchange));
          },
        },
      );
      caller.close();
      print(ended === "transferred" ? "\nThe bot hands the call over." : "\nThe call has ended.");
      if (flags.record !== undefined) writeFileSync(flags.record, `${JSON.stringify(record, null, 2)}\n`);
    });
}

/** Lines of standard input as what a caller does. */
class Terminal {
  readonly #lines: AsyncIterator<string>;
  readonly #record: object[];
  readonly #input = createInterface({ input: process.stdin });

  constructor(record: object[]) {
    this.#record = record;
    this.#lines = this.#input[Symbol.asyncIterator]();
  }

  async listen(): Promise<DialogueEvent> {
    process.stdout.write("Caller: ");
    const { value, done } = await this.#lines.next();
    if (done) return { type: "hung up" };
    if (!process.stdin.isTTY) print(value);
    this.#record.push({ caller: value });
    if (value.trim() === "") return { type: "silence" };
    if (/^[\d*#]$/.test(value.trim())) return { type: "pressed", keys: value.trim() };
    return { type: "said", text: value };
  }

  close(): void {
    this.#input.close();
  }
}

function exchangeText({ request, status, body, milliseconds }: WebhookExchange): string {
  const answer = status === undefined ? "no answer" : `${status} ${brief(body)}`;
  return `  → ${brief(request)}\n  ← ${milliseconds.toFixed(1)} ms  ${answer}`;
}

const WIDEST = 160;

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
