import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookupKeys } from "../lookup-keys.ts";
import { isAnswered, type MatchContext, matchClient } from "../match-client.ts";
import { foldToken } from "./fold-token.ts";
import { KNOWN_NAMES } from "./known-names.ts";
import { namePart } from "./name-part.ts";
import { spelledName } from "./spelled-name.ts";

const CONTEXT: MatchContext = { country: "DE", today: "2026-11-24", language: "de" };
const NAMES = Object.values(KNOWN_NAMES).flatMap((text) => text.trim().split(/\s+/));
const anyText = fc.string({ unit: "binary", maxLength: 60 });
const letters = fc.string({
  unit: fc.constantFrom(...Array.from("aeiouyäöüßçşğıłńószcrthkwvjлюя- ")),
  maxLength: 14,
});
const anyName = fc.oneof(fc.constantFrom(...NAMES), letters, anyText);
const anyUser = fc.record(
  {
    firstname: anyName,
    lastname: anyName,
    dob: fc.constantFrom("1985-07-25", "1990-01-12"),
    phone: fc.constantFrom("0341 1234567", "+493411234567", "anonymous"),
  },
  { requiredKeys: [] },
);

it("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(anyName, (text) => {
      const folded = foldToken(text);
      expect(foldToken(folded)).toBe(folded);
    }),
    { numRuns: 2_000 },
  );
});

it("whoever says which, the verdict and the score are the same; and who is answered shares a key", () => {
  fc.assert(
    fc.property(anyUser, anyUser, (said, stored) => {
      const match = matchClient(said, stored, CONTEXT);
      const turned = matchClient(stored, said, CONTEXT);
      expect([turned.verdict, turned.score]).toEqual([match.verdict, match.score]);
      expect(match.score).toBeGreaterThanOrEqual(0);
      expect(match.score).toBeLessThanOrEqual(1);
      if (!isAnswered(match)) return;
      const keys = new Set(lookupKeys(stored, CONTEXT));
      expect(lookupKeys(said, CONTEXT).some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

it("everybody with a name has the same name as himself", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const { names } = matchClient({ lastname: name }, { lastname: name }, CONTEXT);
      expect(names).toBe(namePart(name) === undefined ? "unknown" : "same");
    }),
  );
});

it("a long name takes no time", () => {
  const long = "Wolfeschlegelsteinhausenbergerdorff-".repeat(5);
  const began = process.cpuUsage();
  matchClient({ lastname: long }, { lastname: long.replaceAll("b", "p") }, CONTEXT);
  expect(process.cpuUsage(began).user).toBeLessThan(200_000);
});

describe("spelled names", () => {
  it.each([
    ["M wie Martha, A wie Anton, Y wie Ypsilon", "may"],
    ["em a ypsilon er", "mayr"],
    ["M for Mike A for Alpha Y for Yankee", "may"],
    ["m a i e r", "maier"],
    ["M-A-I-E-R", "maier"],
    ["Maier, M A I E R", "maier"],
    ["Martha Anton Ypsilon Emil Richard", "mayer"],
    ["S C H M I Doppel-T", "schmitt"],
    ["P as in Peter, E as in Emma, double T as in Tango, Y as in Yankee", "petty"],
    ["S as in Sierra, C as in Charlie, H as in Hotel, M as in Mike, I as in India, double T", "schmitt"],
    ["P as in Peter, A as in Apple, R twice, Y", "parry"],
    ["es ce ha em i double t", "schmitt"],
    ["em u umlaut el el e er", "müller"],
    ["M Ü L L E R", "müller"],
    ["w e i eszett", "weiß"],
    ["Anton Emil Richard", undefined],
    ["Anna Schmidt", undefined],
    ["von der Heide", undefined],
    ["Peter", undefined],
  ])("%s", (said, name) => {
    expect(spelledName(said)).toBe(name);
  });
});
