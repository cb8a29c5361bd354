import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bench } from "../bench.ts";
import { type HeardTime, isRight, type ReadTime } from "../heard/right-time.ts";
import { decimals, type Findings, type Row } from "../report.ts";

const COMMAND = fileURLToPath(new URL("../../bin/slotline.js", import.meta.url));

const LEAST_RIGHT = 0.97;
const MOST_SAME = 0.01;
const MOST_CANDIDATES = 0.03;

/**
 * The sets in `bench/heard/` were written without sight of the rules. What they came to when they were first read; since
 * then rules, though not single rows, have been made with knowledge of them.
 */
const FIRST_TIME = {
  times: "288 of 306 (94.1 %)",
  times2: "250 of 260 (96.2 %)",
  times3: "188 of 200 (94.0 %)",
  times4: "192 of 240 (80.0 %)",
  pairsFound2: "144 of 150 (96.0 %)",
  pairsSame2: "1 of 110 (0.9 %)",
  pairsCandidates2: "0 of 110 (0.0 %)",
  pairsFound: "298 of 309 (96.4 %)",
  pairsSame: "1 of 200 (0.5 %)",
  pairsCandidates: "0 of 200 (0.0 %)",
  phones: "142 of 150 (94.7 %)",
  dobs: "145 of 150 (96.7 %)",
} as const;

interface HeardName {
  readonly id: string;
  readonly expect: "same-or-candidate" | "different";
}
interface Verdict {
  readonly verdict: "same" | "candidate" | "different";
}
interface HeardValue {
  readonly id: string;
  readonly expect: { readonly status: "ok" | "ambiguous" | "invalid"; readonly value?: string | null };
}
interface ReadValue {
  readonly status: "ok" | "ambiguous" | "invalid";
  readonly value: string | null;
}

/** How much of what callers say is understood as a person would, by the commands that integrators use. */
export async function measureUnderstanding(bench: Bench): Promise<Findings> {
  const times = heard<HeardTime, ReadTime>("times", "time", "time.jsonl");
  const times2 = heard<HeardTime, ReadTime>("times, second set", "time", "time-2.jsonl");
  const times3 = heard<HeardTime, ReadTime>("times, third set", "time", "time-3.jsonl");
  const times4 = heard<HeardTime, ReadTime>("times, hard ones", "time", "time-4.jsonl");
  const names = heard<HeardName, Verdict>("names", "match", "names.jsonl");
  const names2 = heard<HeardName, Verdict>("names, second set", "match", "names-2.jsonl");
  const phones = heard<HeardValue, ReadValue>("phones", "phone", "phones.jsonl");
  const dobs = heard<HeardValue, ReadValue>("dates of birth", "dob", "dobs.jsonl");
  const isValue = ([{ expect }, got]: readonly [HeardValue, ReadValue]) =>
    got.status === expect.status && (expect.status !== "ok" || got.value === expect.value);
  return {
    raw: [],
    rows: [
      atLeast("times understood", times, ([phrase, got]) => isRight(phrase, got), FIRST_TIME.times),
      atLeast(
        "times understood, second set",
        times2,
        ([phrase, got]) => isRight(phrase, got),
        FIRST_TIME.times2,
      ),
      atLeast(
        "times understood, third set",
        times3,
        ([phrase, got]) => isRight(phrase, got),
        FIRST_TIME.times3,
      ),
      atLeast(
        "times understood, hard ones",
        times4,
        ([phrase, got]) => isRight(phrase, got),
        FIRST_TIME.times4,
      ),
      ...nameRows("", names, [FIRST_TIME.pairsFound, FIRST_TIME.pairsSame, FIRST_TIME.pairsCandidates]),
      ...nameRows(", second set", names2, [
        FIRST_TIME.pairsFound2,
        FIRST_TIME.pairsSame2,
        FIRST_TIME.pairsCandidates2,
      ]),
      atLeast("phone numbers understood", phones, isValue, FIRST_TIME.phones),
      atLeast("dates of birth understood", dobs, isValue, FIRST_TIME.dobs),
    ],
  };

  /** What was heard, with what became of it. */
  function heard<Heard extends { readonly id: string }, Read>(what: string, command: string, file: string) {
    bench.say(`understanding: ${what}`);
    const input = readFileSync(new URL(`../heard/${file}`, import.meta.url), "utf8");
    const args = [COMMAND, "explain", command, "--jsonl"];
    const output = execFileSync(process.execPath, args, { input, maxBuffer: 2 ** 26, encoding: "utf8" });
    const read = new Map(linesOf<Read & { readonly id: string }>(output).map((one) => [one.id, one]));
    return linesOf<Heard>(input).map((one) => [one, read.get(one.id)!] as const);
  }
}

function nameRows(
  set: string,
  names: readonly (readonly [HeardName, Verdict])[],
  [found, same, candidates]: readonly [string, string, string],
): Row[] {
  const pairs = names.filter(([{ expect }]) => expect === "same-or-candidate");
  const others = names.filter(([{ expect }]) => expect === "different");
  const isVerdict =
    (verdict: Verdict["verdict"]) =>
    ([, got]: readonly [HeardName, Verdict]) =>
      got.verdict === verdict;
  return [
    atLeast(`one name recognised${set}`, pairs, ([, got]) => got.verdict !== "different", found),
    atMost(`different names taken for one${set}`, MOST_SAME, others, isVerdict("same"), same),
    atMost(
      `different names thought alike${set}`,
      MOST_CANDIDATES,
      others,
      isVerdict("candidate"),
      candidates,
    ),
  ];
}

function linesOf<Line>(text: string): Line[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

function atLeast<One>(what: string, all: readonly One[], is: (one: One) => boolean, firstTime: string): Row {
  const right = all.filter(is).length;
  return rowOf(
    what,
    `>= ${LEAST_RIGHT * 100} %`,
    [right, all.length],
    firstTime,
    right / all.length >= LEAST_RIGHT,
  );
}

function atMost<One>(
  what: string,
  most: number,
  all: readonly One[],
  is: (one: One) => boolean,
  firstTime: string,
): Row {
  const wrong = all.filter(is).length;
  return rowOf(what, `<= ${most * 100} %`, [wrong, all.length], firstTime, wrong / all.length <= most);
}

function rowOf(
  what: string,
  target: string,
  [count, all]: [number, number],
  firstTime: string,
  met: boolean,
): Row {
  const share = decimals((count / all) * 100, 1);
  return {
    measure: `${what} (bench/heard)`,
    target,
    result: `${count} of ${all} (${share} %); when first read ${firstTime}`,
    met,
  };
}
