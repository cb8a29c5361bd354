import { TimeZone } from "../../src/scheduling/time-zone.ts";
import { type TimeQuestion, understandTime } from "../../src/time-query/understand-time.ts";
import type { Bench } from "../bench.ts";
import { decimals, type Findings } from "../report.ts";
import { median } from "../statistics.ts";

const MOST_MICROSECONDS = 200;
const LONGEST_MILLISECONDS = 5;
const WARM_UP = 40;

/** As callers speak, short and long, in both languages. */
const GERMAN = [
  "morgen",
  "am Freitag",
  "nächsten Dienstag ab halb drei",
  "am dritten zehnten um viertel nach zehn",
  "Montag oder Mittwoch nachmittags",
  "so früh wie möglich",
  "nächste Woche vormittags",
  "zwei Wochen nach Ostern",
  "jeden Tag außer Freitag",
  "ähm, geht's vielleicht nächsten Dienstag am Nachmittag, so ab halb drei?",
];
const ENGLISH = [
  "tomorrow",
  "on Friday",
  "next Tuesday after half past two",
  "October the third twenty twenty seven at quarter past ten",
  "Monday or Wednesday afternoon",
  "as soon as possible",
  "any weekday next week in the morning",
  "three days before Easter",
  "every day except Friday",
  "do you have anything for a massage next Tuesday afternoon, maybe around three?",
];
/** More are not read at all. */
const MOST_WORDS = 40;
/** What no caller says. */
const NONSENSE = [
  "viertel vor ",
  "nächste woche oder ",
  "3. 3. ",
  "um um 3 ",
  "not before the day after ",
  "and at 9 or ",
];

/** What understanding a caller's words costs, in this process, on one core. */
export async function measureTimeQuery(bench: Bench): Promise<Findings> {
  const zone = TimeZone.named("Europe/Berlin")!;
  const now = Date.parse("2026-11-30T08:00:00+01:00");
  const question = (language: "de" | "en") => (text: string) =>
    ({ text, language, zone, now }) satisfies TimeQuestion;
  const usual = [...GERMAN.map(question("de")), ...ENGLISH.map(question("en"))];
  const long = NONSENSE.map((words) =>
    question("de")(words.repeat(MOST_WORDS / (words.split(" ").length - 1)).slice(0, 399)),
  );
  for (let round = 0; round < WARM_UP; round += 1) for (const one of [...usual, ...long]) understandTime(one);
  const middles = usual.map((one) => microsecondsOf(one));
  const slowest = Math.max(...middles);
  const longest = Math.max(...long.map((one) => microsecondsOf(one))) / 1_000;
  const middle = `${decimals(median(middles), 0)} µs`;
  bench.say(`  a time query: ${middle}`);
  return {
    raw: [`time queries, median of each: ${middles.map((one) => decimals(one, 0)).join(", ")} µs`],
    rows: [
      {
        measure: "time query, median of 20",
        target: `< ${MOST_MICROSECONDS} µs`,
        result: middle,
        met: median(middles) < MOST_MICROSECONDS,
      },
      {
        measure: "time query, slowest of 20",
        target: `< ${MOST_MICROSECONDS} µs`,
        result: `${decimals(slowest, 0)} µs`,
        met: slowest < MOST_MICROSECONDS,
      },
      {
        measure: "time query, 400 characters of nonsense",
        target: `< ${LONGEST_MILLISECONDS} ms`,
        result: `${decimals(longest, 1)} ms`,
        met: longest < LONGEST_MILLISECONDS,
      },
    ],
  };
}

const ROUNDS = 101;

function microsecondsOf(question: TimeQuestion): number {
  const took = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    understandTime(question);
    return (performance.now() - began) * 1_000;
  });
  return median(took);
}
