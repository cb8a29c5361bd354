import { text } from "node:stream/consumers";
import { CommandFailed, EXIT } from "./terminal.ts";

const END = new Set(["\r", "\n", "\u0004"]);
const INTERRUPT = "\u0003";
const RUBOUT = new Set(["\u007f", "\b"]);

/** The first line of what is piped in. */
export async function firstLineOfInput(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/, 1)[0]!;
}

/** Asks at the terminal; what is typed is not shown. */
export async function askUnseen(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    throw new CommandFailed("There is no terminal to ask at.", {
      next: "Pipe the PIN in and say --pin-stdin.",
      exitCode: EXIT.usage,
    });
  }
  stderr.write(question);
  stdin.setRawMode(true).setEncoding("utf8");
  try {
    return await typed(stdin);
  } finally {
    stdin.setRawMode(false).pause();
    stderr.write("\n");
  }
}

async function typed(stdin: NodeJS.ReadStream): Promise<string> {
  let line = "";
  for await (const chunk of stdin.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    for (const character of chunk) {
      if (END.has(character)) return line;
      if (character === INTERRUPT) {
        throw new CommandFailed("Interrupted; nothing was changed.", { exitCode: EXIT.refused });
      }
      line = RUBOUT.has(character) ? line.slice(0, -1) : line + character;
    }
  }
  return line;
}
