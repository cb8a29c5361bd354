import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { REAL_EFFECTS } from "../../src/effects.ts";
import { databaseFile, openStore } from "../../src/places.ts";
import { applyPracticeFile } from "../../src/practice-file/apply-practice-file.ts";
import { SCOPES } from "../../src/store/store.ts";
import { hashOf, newCredential } from "../../src/webhook/credentials.ts";
import { type BookingRow, bookingsIn, faultsIn } from "./database-audit.ts";

/** A practice in a database of its own, for servers in processes of their own; also outside of Vitest. */
export interface PostgresPractice {
  readonly url: string;
  /** A folder for `--data`. */
  readonly data: string;
  readonly accountId: string;
  /** A key to the whole account. */
  readonly key: string;
  readonly newKey: () => Promise<{ key: string; id: string }>;
  readonly apply: (practiceFile: string) => Promise<void>;
  /** What is stored now, and everything in it that must not be. */
  readonly audit: () => Promise<{ bookings: BookingRow[]; faults: string[] }>;
  /** How often PostgreSQL had to end a transaction that waited for one that waited for it. */
  readonly deadlocks: () => Promise<number>;
  readonly remove: () => void;
}

/** `serverUrl` is that of somebody who may create databases; the database goes with its server. */
export async function postgresPractice(serverUrl: string, practiceFile: string): Promise<PostgresPractice> {
  const name = `practice_${randomBytes(6).toString("hex")}`;
  const ask = async (text: string) => {
    const client = new Client({
      connectionString: serverUrl,
      connectionTimeoutMillis: 10_000,
      query_timeout: 30_000,
    });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  await ask(`create database ${name} template template0 encoding 'UTF8' locale_provider libc locale 'C'`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const data = mkdtempSync(join(tmpdir(), "slotline-practice-"));
  const place = { data, databaseUrl: url.href };
  const withStore = async <T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) => {
    const store = await openStore(place);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const { now, newId } = REAL_EFFECTS;
  const apply = async (text: string) => {
    const options = { prune: false, dryRun: false, at: now(), newId };
    const applied = await withStore((store) => applyPracticeFile(store, text, "test.yaml", options));
    if (!applied.ok) throw new Error(JSON.stringify(applied.faults, null, 2));
    return applied.account.id;
  };
  const accountId = await apply(practiceFile);
  const newKey = async () => {
    const key = newCredential();
    const id = newId("key");
    const common = { label: null, entityIds: null, scopes: SCOPES, errorStatus: null, maxSlots: null };
    const times = { createdAt: now(), expiresAt: null, revokedAt: null };
    await withStore((store) => store.addKey({ id, accountId, hash: hashOf(key), ...common, ...times }));
    return { key, id };
  };
  return {
    url: url.href,
    data,
    accountId,
    key: (await newKey()).key,
    newKey,
    apply: async (text) => {
      await apply(text);
    },
    audit: async () => {
      for (const suffix of ["", "-wal", "-shm"]) rmSync(databaseFile(data) + suffix, { force: true });
      await withStore((store) => store.backup(databaseFile(data)));
      return { bookings: bookingsIn(data), faults: faultsIn(data) };
    },
    deadlocks: async () => {
      const [row] = await ask(`select deadlocks::int from pg_stat_database where datname = '${name}'`);
      return row.deadlocks;
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  };
}
