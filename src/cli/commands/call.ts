import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { REAL_EFFECTS } from "../../effects.ts";
import type { DialogueEvent } from "../../voicebot/dialogue.ts";
import { languageModel } from "../../voicebot/language-model.ts";
import { type Line, runCall, type WebhookExchange } from "../../voicebot/run-call.ts";
import { openStage } from "../scenario-stage.ts";
import { CommandFailed, EXIT, print } from "../terminal.ts";

interface Flags {
  url?: string;
  practice?: string;
  lang: string;
  country: string;
  from?: string;
  quiet?: boolean;
  modelUrl?: string;
  model?: string;
  modelKeyFile?: string;
  record?: string;
}

export function callCommand(): Command {
  return new Command("call")
    .description("Call a business: you are the caller, the reference bot answers and asks the webhook.")
    .argument("[sipId]", "the number that is called; the business's first one without it")
    .option("--url <webhook>", "URL of the webhook, with its key")
    .option(
      "--practice <file>",
      "instead, the business of this practice file, on a server of its own that ends with the call",
    )
    .option("--lang <language>", "language of the bot, de or en", "de")
    .option("--country <code>", "country of the business, for numbers as they are dialled", "DE")
    .option("--from <number>", "the number you call from; withheld without it")
    .option(
      "--model-url <url>",
      "an OpenAI-compatible server (up to /v1) that maps words the bot does not know",
    )
    .option("--model <name>", "its model", "default")
    .option("--model-key-file <file>", "a file with its key")
    .option("--quiet", "do not show the webhook's requests and answers")
    .option("--record <file>", "write what was said and exchanged as JSON")
    .addHelpText(
      "after",
      `
Type what you would say. An empty line is silence, digits alone are keys of the telephone, Ctrl-D hangs up.
A language model is asked only for words that the bot has not understood, and can only choose one of some plain sentences; the
words go to that server.

Without --url and --practice the demo business is called. What is booked in a call without --url is gone with it.
The server behind --url may be any that speaks this protocol; the bot knows nothing else about it.

Examples:
  $ slotline call
  $ slotline call --practice practice.yaml --from "0341 2223344"
  $ slotline serve --demo                                   # prints the URL
  $ slotline call --url http://127.0.0.1:8080/webhook/KEY phoneSipId12345678`,
    )
    .action(async (sipId: string | undefined, flags: Flags) => {
      if (flags.lang !== "de" && flags.lang !== "en") {
        throw new CommandFailed(`${flags.lang} is no language of the bot.`, {
          next: "de or en.",
          exitCode: EXIT.usage,
        });
      }
      if (flags.url !== undefined && !URL.canParse(flags.url)) {
        throw new CommandFailed(`${flags.url} is no URL.`, {
          next: "Take the one that `slotline key create` prints.",
          exitCode: EXIT.usage,
        });
      }
      const record: object[] = [];
      const caller = new Terminal(record);
      const called = await reach(flags);
      const settings = {
        sipId: sipId ?? called.sipId,
        language: flags.lang,
        country: flags.country.toUpperCase(),
        today: new Intl.DateTimeFormat("sv").format(REAL_EFFECTS.now()),
        callerNumber: flags.from,
        mapsWords: flags.modelUrl !== undefined,
      } as const;
      const ended = await runCall(
        settings,
        { url: called.webhookUrl, callId: randomUUID() },
        {
          listen: () => caller.listen(),
          ...modelOf(flags),
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
      await called.close();
      print(ended === "transferred" ? "\nThe bot hands the call over." : "\nThe call has ended.");
      if (flags.record !== undefined) writeFileSync(flags.record, `${JSON.stringify(record, null, 2)}\n`);
    });
}

const DEMO_PRACTICE = fileURLToPath(new URL("../../../examples/physio.yaml", import.meta.url));
const DEMO_SIP_ID = "phoneSipId12345678";

/** Who answers: a server that runs, or one that is started for this call. */
async function reach({ url, practice }: Flags) {
  if (url !== undefined) return { webhookUrl: url, sipId: DEMO_SIP_ID, close: async () => {} };
  const file = practice ?? DEMO_PRACTICE;
  const stage = await openStage(REAL_EFFECTS.now);
  try {
    const { webhookUrl, sipId } = await stage.open(readText(file), { entity: {}, clients: [] });
    const whose = practice === undefined ? "the demo business" : practice;
    print(`This calls ${whose}, on a server of its own; what is booked is gone with the call.`);
    return { webhookUrl, sipId, close: stage.close };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandFailed(`${file} cannot be read: ${(error as Error).message}`, { exitCode: EXIT.usage });
  }
}

function modelOf({ modelUrl, model = "default", modelKeyFile }: Flags): Pick<Line, "mapWords"> {
  if (modelUrl === undefined) return {};
  const key = modelKeyFile === undefined ? undefined : readText(modelKeyFile).trim();
  return { mapWords: languageModel({ url: modelUrl, model, key }) };
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
