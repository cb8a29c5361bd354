import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Bench } from "../bench.ts";
import type { ManyCalls } from "../many-calls.ts";
import { decimals, type Findings } from "../report.ts";

const CALLS = fileURLToPath(new URL("../many-calls.ts", import.meta.url));

const MOST_MILLISECONDS = 2;
const MOST_MEGABYTES = 300;
const MOST_REQUESTS = 12;
const MOST_TURNS = 8;

/** What the reference bot costs besides the webhook, and how long it makes a call. */
export function measureVoicebot(bench: Bench): Findings {
  const output = execFileSync(process.execPath, ["--max-semi-space-size=8", CALLS], { encoding: "utf8" });
  const { calls, requests, callerTurns, turn, megabytes } = JSON.parse(output) as ManyCalls;
  bench.say(
    `  a turn of the bot: ${decimals(turn.median, 2)} ms; ${calls} calls at once: ${Math.round(megabytes)} MB`,
  );
  return {
    raw: [],
    rows: [
      {
        measure: "voice bot: a turn besides the webhook, median",
        target: `< ${MOST_MILLISECONDS} ms`,
        result: `${decimals(turn.median, 2)} ms; slowest of 100 calls ${decimals(turn.slowest, 1)} ms`,
        met: turn.median < MOST_MILLISECONDS,
      },
      {
        measure: `voice bot: ${calls.toLocaleString("en")} calls at once in one process`,
        target: `< ${MOST_MEGABYTES} MB`,
        result: `${Math.round(megabytes)} MB`,
        met: megabytes < MOST_MEGABYTES,
      },
      {
        measure: "voice bot: a booking with one type, product and agent",
        target: `<= ${MOST_REQUESTS} requests, <= ${MOST_TURNS} caller turns`,
        result: `${requests} requests, ${callerTurns} caller turns`,
        met: requests <= MOST_REQUESTS && callerTurns <= MOST_TURNS,
      },
    ],
  };
}
