import fc from "fast-check";
import { expect, it } from "vitest";
import { TimeZone } from "../scheduling/time-zone.ts";
import { OPEN_END, understandTime } from "./understand-time.ts";

const WORDS =
  "am um ab bis von zwischen und oder nicht außer vor nach in der den dem nächsten nächste woche montag dienstag freitag morgen früh heute abend nachmittags halb drei viertel vor zehn uhr dreißig ersten dritten zehnten oktober 3. 3.10. 14:30 2027 31 tage wochen ostern weihnachten anfang mitte ende monats so bald wie möglich " +
  "at on from to until between and or not except before after in the next week monday tuesday friday tomorrow morning today evening half past three quarter ten o'clock thirty first third tenth october 3rd 10/3 2:30 pm 2026 days weeks easter christmas beginning middle end month as soon possible last ago every other - , .";

const NOW = Date.parse("2026-11-30T08:00:00+01:00");
const zones = ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"].map(
  (name) => TimeZone.named(name)!,
);

/** The rules that hold for any answer. */
function check(text: string, language: "de" | "en", zone: TimeZone): void {
  const answer = understandTime({ text, language, zone, now: NOW });
  if (answer.kind !== "understood") return;
  expect(answer.ranges.length).toBeGreaterThan(0);
  let before = NOW / 60_000;
  for (const { start, end } of answer.ranges) {
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(OPEN_END);
    before = end;
  }
  for (const { ranges } of answer.ambiguities) {
    for (const { start } of ranges) expect(start).toBeGreaterThanOrEqual(NOW / 60_000);
  }
}

const language = fc.constantFrom("de" as const, "en" as const);
const zone = fc.constantFrom(...zones);

it("words of both languages in any order", () => {
  const sentence = fc
    .array(fc.constantFrom(...WORDS.split(" ")), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(" "));
  fc.assert(fc.property(sentence, language, zone, check), { numRuns: 3_000 });
});

it("any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 80 }), language, zone, check), {
    numRuns: 1_000,
  });
  fc.assert(fc.property(fc.stringMatching(/^[0-9.:/ apm-]{1,30}$/), language, zone, check), {
    numRuns: 1_000,
  });
});

/** What is longer is not read at all. */
const MOST_CHARACTERS = 400;
const MOST_WORDS = 40;

const REPEATED = [
  ...WORDS.split(" "),
  "3. 3.",
  "um um 3",
  "viertel vor",
  "nächste woche oder",
  "the day after the day before",
];

/** As many words as are read at all, in an order that is the same in every run. */
const mixed = Array.from({ length: 60 }, (_, start) => {
  const words = WORDS.split(" ");
  return Array.from(
    { length: MOST_WORDS },
    (_, at) => words[(start * 7 + at * (2 * start + 1)) % words.length],
  );
}).map((words) => words.join(" "));

/** As long as so many sentences of eleven words; a quarter of it was measured. `npm run bench` holds it to 5 ms. */
const MOST_TIMES = 40;
const SENTENCE = "ähm geht es vielleicht nächsten Dienstag am Nachmittag ab halb drei";
const ROUNDS = 9;

/** The quickest is what it takes where nobody else has the processor. */
function quickest(text: string): number {
  const took = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    understandTime({ text, language: "de", zone: zones[0]!, now: NOW });
    return performance.now() - start;
  });
  return Math.min(...took);
}

it("400 characters of nonsense take not much longer than a sentence", () => {
  const repeated = REPEATED.map((words) =>
    `${words} `.repeat(MOST_WORDS / words.split(" ").length).slice(0, MOST_CHARACTERS),
  );
  for (let round = 0; round < 20; round += 1) check(SENTENCE, "de", zones[0]!);
  for (const text of [...repeated, ...mixed]) {
    check(text, "de", zones[0]!);
    const ratio = quickest(text) / quickest(SENTENCE);
    expect(ratio, text.slice(0, 60)).toBeLessThan(MOST_TIMES);
  }
});
