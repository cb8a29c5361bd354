import type { ClientDetails } from "../../src/identity/client.ts";
import { lookupKeys } from "../../src/identity/lookup-keys.ts";
import { type MatchContext, matchClient } from "../../src/identity/match-client.ts";
import { KNOWN_NAMES } from "../../src/identity/names/known-names.ts";
import { understandDob } from "../../src/identity/spoken-dob.ts";
import { understandPhone } from "../../src/identity/spoken-phone.ts";
import type { Bench } from "../bench.ts";
import { decimals, type Findings } from "../report.ts";
import { median } from "../statistics.ts";

const MOST_MATCH_MICROSECONDS = 20;
const MOST_KEYS_MICROSECONDS = 30;
/** As many cards as share a look-up key at worst. */
const CARDS = 300;
const ROUNDS = 15;
const CONTEXT: MatchContext = { country: "DE", today: "2026-12-01", language: "de" };

/** Comparing what was said with the cards of one look-up, and the keys of a card; processor time of this process. */
export function measureIdentity(bench: Bench): Findings {
  const cards = someCards();
  const said: ClientDetails[] = [
    { firstname: "Anna", lastname: "Schmitt", phone: "0341 1234567", dob: "1985-07-25" },
    { firstname: "Woitsech", lastname: "Schimanski", dob: "1985-07-25" },
    ...cards.slice(0, 8).map(({ firstname, lastname, dob }) => ({ firstname, lastname, dob })),
  ];
  const match = perCall(said.length * cards.length, () => {
    for (const one of said) for (const card of cards) matchClient(one, card, CONTEXT);
  });
  const keys = perCall(cards.length * 10, () => {
    for (let again = 0; again < 10; again += 1) for (const card of cards) lookupKeys(card, CONTEXT);
  });
  const dob = perCall(1_000, () => {
    for (let again = 0; again < 1_000; again += 1)
      understandDob("fünfundzwanzigster siebter fünfundachtzig", CONTEXT);
  });
  const phone = perCall(1_000, () => {
    const text = "null drei vier eins zwölf vierunddreißig fünf sechs sieben";
    for (let again = 0; again < 1_000; again += 1) understandPhone(text, CONTEXT);
  });
  const micros = (value: number) => `${decimals(value, 1)} µs`;
  bench.say(`  who is calling: ${micros(match)} a comparison, ${micros(keys)} for the keys of a card`);
  return {
    raw: [
      `identity: match ${micros(match)}, keys ${micros(keys)}, spoken birth date ${micros(dob)}, phone ${micros(phone)}`,
    ],
    rows: [
      row("comparing what was said with a card", match, MOST_MATCH_MICROSECONDS),
      row("look-up keys of a card", keys, MOST_KEYS_MICROSECONDS),
    ],
  };
}

function row(measure: string, value: number, most: number): Findings["rows"][number] {
  return { measure, target: `< ${most} µs`, result: `${decimals(value, 1)} µs`, met: value < most };
}

function someCards(): (ClientDetails & { firstname: string })[] {
  const names = Object.values(KNOWN_NAMES).flatMap((text) => text.trim().split(/\s+/));
  return Array.from({ length: CARDS }, (_, at) => ({
    firstname: names[(at * 7_919) % names.length]!,
    lastname: names[(at * 104_729 + 17) % names.length]!,
    dob: `19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`,
    phone: `+49341${1_000_000 + at}`,
    email: `client${at}@example.com`,
  }));
}

/** Median microseconds of processor time for one of the calls of a round; the first rounds warm up. */
function perCall(calls: number, round: () => void): number {
  const took: number[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const before = process.cpuUsage();
    round();
    const { user, system } = process.cpuUsage(before);
    if (at >= ROUNDS / 3) took.push((user + system) / calls);
  }
  return median(took);
}
