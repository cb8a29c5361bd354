import type { Client } from "../identity/client.ts";
import type { EpochMilliseconds, GoneClient, Store } from "../store/store.ts";
import { storedClient } from "../store/stored-client.ts";
import { mapColumns } from "./client-columns.ts";
import { identityOf, matchContextOf, phoneCountryOf } from "./client-identity.ts";
import { readClientRow } from "./client-row.ts";
import type { FileClient } from "./client-schema.ts";
import { readTable, type TableRow } from "./client-table.ts";
import { isSame } from "./difference.ts";
import { byId, whyGone } from "./gone-clients.ts";
import { resolveClients } from "./resolve-clients.ts";

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly at: EpochMilliseconds;
  readonly newId: (prefix: "cl") => string;
}

export interface LeftOutRow {
  /** Its line in the file; the headings are on line 1. */
  readonly row: number;
  readonly reason: string;
}

export type ImportResult =
  | {
      readonly ok: true;
      readonly added: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly leftOut: readonly LeftOutRow[];
      /** Headings of columns that were not read. */
      readonly unknownColumns: readonly string[];
      /** False on a dry run, and when nothing differs. */
      readonly applied: boolean;
    }
  | { readonly ok: false; readonly reason: "unknown_account" | "unreadable"; readonly message: string };

/** Adds the clients of a CSV file and updates those who are known; empty cells and missing rows change nothing. */
export async function importClients(
  store: Pick<Store, "configuration" | "clients" | "goneClients" | "saveClients">,
  accountId: string,
  csvBytes: Uint8Array,
  { dryRun, at, newId }: ImportOptions,
): Promise<ImportResult> {
  const account = await store.configuration(accountId);
  if (account === undefined)
    return {
      ok: false,
      reason: "unknown_account",
      message: `There is no account "${accountId}"; apply its practice file first.`,
    };
  const table = readTable(csvBytes);
  if (!table.ok) return { ok: false, reason: "unreadable", message: table.message };
  const mapping = mapColumns(table.headings);
  if (!mapping.columns.has("lastname") && !mapping.columns.has("firstname")) {
    const message = `No column is called Vorname or Nachname; the first line is: ${table.headings.join(", ").slice(0, 200)}`;
    return { ok: false, reason: "unreadable", message };
  }
  const country = phoneCountryOf(account.configuration);
  const gone = byId(await store.goneClients(accountId));
  const { clients, leftOut } = readRows(table.rows, (cells) => readClientRow(cells, mapping), {
    country,
    gone,
  });
  const stored = await store.clients(accountId);
  const storedById = new Map(stored.map((client) => [client.id, client]));
  const resolved = resolveClients(clients, stored, country, () => newId("cl"));
  const written = resolved.filter((client: Client) => !isSame(storedById.get(client.id), client));
  const added = written.filter((client) => !storedById.has(client.id)).length;
  const applied = !dryRun && written.length > 0;
  if (applied)
    await store.saveClients(
      accountId,
      written.map((client) => storedClient(client, matchContextOf(account.configuration, at))),
      at,
    );
  return {
    ok: true,
    added,
    changed: written.length - added,
    unchanged: resolved.length - written.length,
    leftOut,
    unknownColumns: mapping.unknown,
    applied,
  };
}

function readRows(
  rows: readonly TableRow[],
  read: (cells: readonly string[]) => ReturnType<typeof readClientRow>,
  { country, gone }: { country: string | undefined; gone: ReadonlyMap<string, GoneClient> },
): { readonly clients: FileClient[]; readonly leftOut: LeftOutRow[] } {
  const clients: FileClient[] = [];
  const leftOut: LeftOutRow[] = [];
  const firstRows = new Map<string, number>();
  for (const { line, cells } of rows) {
    const reading = read(cells);
    if (!reading.ok) {
      leftOut.push({ row: line, reason: reading.reason });
      continue;
    }
    const { client } = reading;
    const wasGone = client.id === undefined ? undefined : gone.get(client.id);
    if (wasGone !== undefined) {
      leftOut.push({ row: line, reason: whyGone(wasGone) });
      continue;
    }
    const who = client.id === undefined ? identityOf(client, country) : `id ${client.id}`;
    const first = firstRows.get(who);
    if (first === undefined) {
      firstRows.set(who, line);
      clients.push(client);
    } else leftOut.push({ row: line, reason: `This is the same client as in row ${first}.` });
  }
  return { clients, leftOut };
}
