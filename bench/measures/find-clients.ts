import { join } from "node:path";
import type { Caller, Desk } from "../../src/booking/desk.ts";
import { findClients } from "../../src/booking/find-clients.ts";
import { LookupTrail } from "../../src/booking/lookup-trail.ts";
import { RememberedStarts } from "../../src/booking/remembered-starts.ts";
import { Turns } from "../../src/booking/turns.ts";
import { REAL_EFFECTS } from "../../src/effects.ts";
import type { ClientDetails } from "../../src/identity/client.ts";
import { openStore } from "../../src/places.ts";
import type { EntityConfiguration } from "../../src/scheduling/configuration.ts";
import type { Store } from "../../src/store/store.ts";
import { matchContext, storedClient } from "../../src/store/stored-client.ts";
import { startPostgres } from "../../test/harness/postgres-server.ts";
import { Bench } from "../bench.ts";
import { nameOf } from "../client-names.ts";
import { copyToPostgres } from "../copy-to-postgres.ts";
import { FULL } from "../plan.ts";
import { decimals, type Findings, whole } from "../report.ts";
import { percentile, repeatableChance } from "../statistics.ts";

const ACCOUNT = "acc-clients";
const MOST_MS = 5;
const SAVED_TOGETHER = 20_000;
const ASKED_OF_EACH_KIND = 2_000;

type Known = Readonly<Record<"firstname" | "lastname" | "dob" | "phone", string>>;

/** What callers say about themselves, made of what is known of somebody. */
const KINDS: Readonly<Record<string, (known: Known) => ClientDetails>> = {
  "name and date of birth": ({ firstname, lastname, dob }) => ({ firstname, lastname, dob }),
  "misheard name and phone": ({ firstname, lastname, phone }) => ({
    firstname,
    lastname: misheard(lastname),
    phone,
  }),
  "misheard name and date of birth": ({ firstname, lastname, dob }) => ({
    firstname,
    lastname: misheard(lastname),
    dob,
  }),
  "both names": ({ firstname, lastname }) => ({ firstname, lastname }),
  "the most frequent name": () => ({ firstname: "Thomas", lastname: "Müller" }),
  "phone alone": ({ phone }) => ({ phone }),
  "nobody's name and date of birth": () => ({
    firstname: "Xaverius",
    lastname: "Quandtner",
    dob: "1901-02-03",
  }),
};

/** findExistingUser's use case, with matching, among as many clients as an account may have. */
export async function measureFindClients(bench: Bench, clients = bench.plan.manyBookings): Promise<Findings> {
  const data = join(bench.folder, "clients");
  bench.say(`making ${whole(clients)} clients`);
  const filling = await openStore({ data });
  const known = await makeClients(filling, clients);
  // What was written moves from the log into the database, as it has where nobody writes so much at once.
  await filling.close();
  const findings = [await measureOn(bench, "SQLite", await openStore({ data }), clients, known)];
  const server = await startPostgres({ settings: { shared_buffers: "256MB" } });
  bench.atEnd(() => server.remove());
  await copyToPostgres(data, server.url, (progress) => bench.say(`  ${progress}`));
  const postgres = await openStore({ data, databaseUrl: server.url });
  findings.push(await measureOn(bench, "PostgreSQL", postgres, clients, known));
  return { raw: findings.flatMap(({ raw }) => raw), rows: findings.flatMap(({ rows }) => rows) };
}

/** Closes the store. */
async function measureOn(
  bench: Bench,
  name: string,
  store: Store,
  count: number,
  known: readonly Known[],
): Promise<Findings> {
  try {
    const lookups = new LookupTrail(store, { lookupsPerCall: 0, lookupsPerHour: 0 }, REAL_EFFECTS, () => {});
    const desk: Desk = {
      store,
      turns: new Turns(),
      remembered: new RememberedStarts(),
      lookups,
      ...REAL_EFFECTS,
    };
    const caller: Caller = { accountId: ACCOUNT, entityIds: null, actor: { kind: "key", id: "bench" } };
    const raw: string[] = [];
    let worst = 0;
    for (const [kind, saidOf] of Object.entries(KINDS)) {
      const took: number[] = [];
      let answered = 0;
      for (let turn = 0; turn < ASKED_OF_EACH_KIND; turn += 1) {
        const said = saidOf(known[(turn * 7_919) % known.length]!);
        const began = performance.now();
        const found = await findClients(desk, caller, { entityId: undefined, said, path: "participant" });
        took.push(performance.now() - began);
        if (found.ok && found.value.length > 0) answered += 1;
      }
      const warm = took.slice(ASKED_OF_EACH_KIND / 10);
      const p99 = percentile(warm, 99);
      worst = Math.max(worst, p99);
      raw.push(
        `${name}, ${whole(count)} clients, ${kind}: p50 ${percentile(warm, 50).toFixed(2)} ms, ` +
          `p99 ${p99.toFixed(2)} ms, answered ${((100 * answered) / ASKED_OF_EACH_KIND).toFixed(1)} %`,
      );
      bench.say(`  ${raw.at(-1)}`);
    }
    await lookups.close();
    return {
      raw,
      rows: [
        {
          measure: `findExistingUser among ${whole(count)} clients on ${name}, slowest kind of question, p99`,
          target: `<= ${MOST_MS} ms`,
          result: `${decimals(worst)} ms`,
          met: worst <= MOST_MS,
        },
      ],
    };
  } finally {
    await store.close();
  }
}

async function makeClients(store: Store, count: number): Promise<Known[]> {
  const chance = repeatableChance(17);
  const context = matchContext({ country: "DE", language: "de" }, REAL_EFFECTS.now());
  const nothing = { street: null, zip: null, city: null, country: null };
  const known: Known[] = [];
  let waiting: Parameters<Store["saveClients"]>[1][number][] = [];
  const entity: EntityConfiguration = {
    id: "clients",
    name: "Clients",
    sipIds: [],
    timezone: "Europe/Berlin",
    language: "de",
    currency: "EUR",
    country: "DE",
    minNoticeMinutes: 0,
    horizonDays: 30,
    changeNoticeMinutes: 0,
    closures: [],
    resources: [],
    agents: [],
    appointmentTypes: [],
  };
  await store.saveConfiguration({
    configuration: { id: ACCOUNT, name: "Clients", entities: [entity] },
    expectedVersion: 0,
    clients: [],
    at: 1,
  });
  for (let number = 0; number < count; number += 1) {
    const born = new Date(Date.UTC(1930, 0, 1) + Math.floor(chance() * 33_000) * 86_400_000);
    const person: Known = {
      ...nameOf(chance),
      dob: born.toISOString().slice(0, 10),
      phone: `+4917${String(10_000_000 + Math.floor(chance() * 89_000_000))}`,
    };
    const email = chance() < 0.6 ? `mail${number}@example.com` : null;
    waiting.push(storedClient({ id: `cl-${number}`, ...nothing, ...person, email }, context));
    if (number % 101 === 0) known.push(person);
    if (waiting.length < SAVED_TOGETHER && number < count - 1) continue;
    await store.saveClients(ACCOUNT, waiting, 1);
    waiting = [];
  }
  return known;
}

/** One of the letters that telephones confuse, changed. */
function misheard(name: string): string {
  const confused: readonly (readonly [string, string])[] = [
    ["ei", "ai"],
    ["b", "p"],
    ["d", "t"],
    ["m", "n"],
    ["f", "v"],
    ["ö", "e"],
    ["ü", "i"],
  ];
  for (const [heard, said] of confused) if (name.includes(heard)) return name.replace(heard, said);
  return `${name}t`;
}

if (import.meta.main) {
  const bench = new Bench(FULL);
  try {
    await measureFindClients(bench, Number(process.argv[2] ?? FULL.manyBookings));
  } finally {
    await bench.close();
  }
}
