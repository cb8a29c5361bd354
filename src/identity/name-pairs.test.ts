import { afterAll, describe, expect, it } from "vitest";
import { lookupKeys } from "./lookup-keys.ts";
import { isAnswered, type MatchContext, matchClient, type Verdict } from "./match-client.ts";
import { ARABIC } from "./pairs/arabic.fixture.ts";
import { ENGLISH } from "./pairs/english.fixture.ts";
import { GERMAN } from "./pairs/german.fixture.ts";
import { differentPairs, type NamePairs, type Pair, samePairs } from "./pairs/name-pairs.fixture.ts";
import { POLISH } from "./pairs/polish.fixture.ts";
import { RUSSIAN } from "./pairs/russian.fixture.ts";
import { TURKISH } from "./pairs/turkish.fixture.ts";
import { WHOLE_NAMES } from "./pairs/whole-names.fixture.ts";

const LANGUAGES: Readonly<Record<string, NamePairs>> = {
  German: GERMAN,
  Turkish: TURKISH,
  Polish: POLISH,
  Russian: RUSSIAN,
  Arabic: ARABIC,
  English: ENGLISH,
  "First and last": WHOLE_NAMES,
};
const CONTEXT: MatchContext = { country: "DE", today: "2026-11-24", language: "de" };

/** Of pairs that are one name; of different names. */
const LEAST_FOUND = 0.97;
const MOST_SAME = 0.01;
const MOST_CANDIDATES = 0.03;

const counts = { one: 0, found: 0, different: 0, same: 0, candidate: 0 };
const missed: string[] = [];
const mistaken: string[] = [];

function verdictOf([spoken, stored]: Pair): Verdict {
  return matchClient({ lastname: spoken }, { lastname: stored }, CONTEXT).verdict;
}

function rate(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

describe.each(Object.entries(LANGUAGES))("%s names", (_, { same, different }) => {
  it.each(Object.entries(same))("are found: %s", (_, text) => {
    const pairs = samePairs(text);
    const wrong = pairs.filter((pair) => verdictOf(pair) === "different");
    missed.push(...wrong.map((pair) => pair.join("/")));
    counts.one += pairs.length;
    counts.found += pairs.length - wrong.length;
    expect(wrong.length / pairs.length, wrong.join(" ")).toBeLessThan(0.11);
  });

  it.each(Object.entries(different))("are told apart: %s", (_, text) => {
    const pairs = differentPairs(text);
    const verdicts = pairs.map(verdictOf);
    counts.different += pairs.length;
    counts.same += verdicts.filter((verdict) => verdict === "same").length;
    counts.candidate += verdicts.filter((verdict) => verdict === "candidate").length;
    mistaken.push(...pairs.filter((_, at) => verdicts[at] !== "different").map((pair) => pair.join("/")));
    expect(verdicts.filter((verdict) => verdict === "same").length).toBe(0);
  });

  it("are judged alike whichever side says which, and those that are answered share a look-up key", () => {
    const all = [
      ...Object.values(same).flatMap(samePairs),
      ...Object.values(different).flatMap(differentPairs),
    ];
    for (const [spoken, stored] of all) {
      const one = { firstname: "Kim", lastname: spoken, dob: "1985-07-25" };
      const other = { firstname: "Kim", lastname: stored };
      const match = matchClient(one, other, CONTEXT);
      const turned = matchClient(other, one, CONTEXT);
      expect([turned.verdict, turned.score], `${spoken}/${stored}`).toEqual([match.verdict, match.score]);
      for (const [said, card] of [
        [one, other],
        [
          { lastname: spoken, dob: "1985-07-25" },
          { ...other, dob: "1985-07-25" },
        ],
        [{ lastname: `Kim ${spoken}` }, other],
      ] as const) {
        if (!isAnswered(matchClient(said, card, CONTEXT))) continue;
        const keys = new Set(lookupKeys(card, CONTEXT));
        expect(
          lookupKeys(said, CONTEXT).some((key) => keys.has(key)),
          `${JSON.stringify(said)} ${JSON.stringify(card)}`,
        ).toBe(true);
      }
    }
  });
});

it("the goal over all pairs", () => {
  expect(counts.one).toBeGreaterThan(250);
  expect(counts.different).toBeGreaterThan(250);
  expect(counts.found / counts.one).toBeGreaterThanOrEqual(LEAST_FOUND);
  expect(counts.same / counts.different).toBeLessThanOrEqual(MOST_SAME);
  expect(counts.candidate / counts.different).toBeLessThanOrEqual(MOST_CANDIDATES);
});

afterAll(() => {
  const { one, found, different, same, candidate } = counts;
  process.stdout.write(
    `one name: ${rate(found, one)} of ${one} found, missed ${missed.join(" ")}\n` +
      `different: of ${different} ${rate(same, different)} same, ${rate(candidate, different)} candidate: ${mistaken.join(" ")}\n`,
  );
});

describe("what the rules name", () => {
  it.each(
    "Meier/Mayr Schmidt/Schmitt Stefan/Stephan Jörg/Joerg Meier/Mayer Maier/Meyer Müller/Mueller Strauß/Strauss Anna-Lena/Annalena Hans/Johannes Krzysztof/Christoph Krzysztof/Christopher"
      .split(" ")
      .map((pair) => pair.split("/") as unknown as Pair),
  )("%s is %s", (...pair) => {
    expect(verdictOf(pair)).toBe("same");
  });

  it.each(
    "Müller/Möller Schmidt/Schmitz Anna/Hanna Maria/Mario Kaya/Kayra Yılmaz/Yıldız Nowak/Novotny Peter/Petra Lehmann/Lohmann Andrea/Andreas Weber/Wagner Kowalski/Kowalczyk"
      .split(" ")
      .map((pair) => pair.split("/") as unknown as Pair),
  )("%s is not %s", (...pair) => {
    expect(verdictOf(pair)).toBe("different");
  });
});
