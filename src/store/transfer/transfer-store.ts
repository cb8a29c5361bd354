import { type CopiedTable, CopyDiffers, type CopyProgress, copyRows } from "./copy-rows.ts";
import type { OpenedSource, StorePlace } from "./places.ts";
import { readPostgres, writePostgres } from "./postgres-place.ts";
import type { RowTarget } from "./row-source.ts";
import { readSqlite, writeSqlite } from "./sqlite-place.ts";
import { NOTHING_CHANGED, TargetTaken, TransferRefused } from "./transfer-refused.ts";

export type Transferred =
  | { readonly ok: true; readonly tables: readonly CopiedTable[] }
  | {
      readonly ok: false;
      readonly message: string;
      readonly next: string;
      /** The target holds data already. */
      readonly isTaken?: boolean;
    };

/** Copies one moment's state of a store to where none is yet: all of it, compared row by row, or nothing. */
export async function transferStore(
  from: StorePlace,
  to: StorePlace,
  onProgress?: (progress: CopyProgress) => void,
): Promise<Transferred> {
  try {
    const tables = await read(from, (source) =>
      write(to, source, (target) => copyRows(source.rows, target, onProgress)),
    );
    return { ok: true, tables };
  } catch (error) {
    if (error instanceof TransferRefused) {
      const { message, next } = error;
      return { ok: false, message, next, isTaken: error instanceof TargetTaken };
    }
    if (error instanceof CopyDiffers) {
      return { ok: false, message: `${error.message}.`, next: `${NOTHING_CHANGED} Try again.` };
    }
    throw error;
  }
}

function read<T>(place: StorePlace, work: (source: OpenedSource) => Promise<T>): Promise<T> {
  return place.kind === "sqlite" ? readSqlite(place.file, work) : readPostgres(place.url, work);
}

function write<T>(
  place: StorePlace,
  source: OpenedSource,
  work: (target: RowTarget) => Promise<T>,
): Promise<T> {
  return place.kind === "sqlite"
    ? writeSqlite(place.file, source, work)
    : writePostgres(place.url, source, work);
}
