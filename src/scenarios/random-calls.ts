import { digitsOnly, invariantFaults } from "./invariants.ts";
import { type Chance, inventCaller, type Person } from "./invented-caller.ts";
import { playCall } from "./play-call.ts";
import type { ScenarioResult } from "./run-scenario.ts";
import type { Stage } from "./stage.ts";

export interface RandomCalls {
  readonly count: number;
  readonly seed: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** So many calls share one business, whose calendar fills. */
const CALLS_A_BUSINESS = 50;

const FIRSTNAMES = ["Erika", "Uwe", "Lena", "Max", "Ayşe", "Karl", "Mia", "Piotr"];
const LASTNAMES = ["Krause", "Stein", "Meier", "Öztürk", "Schmidt", "Kowalski", "Heide", "Bach"];

/** Calls of invented callers; a fault is what must never happen, whatever a caller does. */
export async function runRandomCalls(
  stage: Stage,
  practice: string,
  { count, seed, today }: RandomCalls,
): Promise<ScenarioResult[]> {
  const chance = repeatable(seed);
  const known = people(chance);
  const clients = known.map((person, number) => ({
    ...person,
    id: `known-${number}`,
    email: `stored${number}@secret.example`,
    street: `Geheimweg ${number}`,
  }));
  const results: ScenarioResult[] = [];
  let business = await stage.open(practice, { entity: {}, clients });
  for (let number = 1; number <= count; number += 1) {
    if (number % CALLS_A_BUSINESS === 0) business = await stage.open(practice, { entity: {}, clients });
    const person = chance() < 0.7 ? known[Math.floor(chance() * known.length)]! : stranger(chance);
    const caller = inventCaller(chance, person);
    const settings = {
      sipId: business.sipId,
      language: caller.language,
      country: business.country,
      today,
      ...(chance() < 0.6 ? { callerNumber: person.phone } : {}),
    };
    const call = await playCall(settings, business, `random-${seed}-${number}`, caller.next);
    const told = [...Object.values(person), digitsOnly(person.phone)];
    results.push({
      name: `${number}: ${caller.goal} (${caller.language}) → ${call.ended}`,
      faults: invariantFaults(call, { confirmed: caller.confirmed(), stored: clients, told }),
      call,
    });
  }
  return results;
}

function people(chance: Chance): Person[] {
  return Array.from({ length: 12 }, () => stranger(chance));
}

function stranger(chance: Chance): Person {
  const of = (names: readonly string[]) => names[Math.floor(chance() * names.length)]!;
  const born = new Date(Date.UTC(1940, 0, 1) + Math.floor(chance() * 25_000) * 86_400_000);
  return {
    firstname: of(FIRSTNAMES),
    lastname: of(LASTNAMES),
    dob: born.toISOString().slice(0, 10),
    phone: `+49341${2_000_000 + Math.floor(chance() * 7_000_000)}`,
  };
}

/** Mulberry32: small, and the same row everywhere. */
function repeatable(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
