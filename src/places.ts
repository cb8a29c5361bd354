import { join } from "node:path";
import type { Settings } from "./config.ts";
import { holidayCalendar } from "./practice-file/public-holidays.ts";
import type { CallLog } from "./store/call-log.ts";
import { openSqliteCallLog } from "./store/sqlite/sqlite-call-log.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";
import type { Store } from "./store/store.ts";

/** Which store answers. The one for several servers is loaded where it is asked for: a command should start at once. */

export const databaseFile = (data: string) => join(data, "slotline.db");
export const callLogFile = (data: string) => join(data, "slotline-calls.db");

/** Where the data is kept: in PostgreSQL when that is set, otherwise in the folder. */
export type Place = Pick<Settings, "data"> & Partial<Pick<Settings, "databaseUrl">>;

export async function openStore({ data, databaseUrl }: Place): Promise<Store> {
  const holidays = holidayCalendar();
  if (databaseUrl === undefined) return await openSqliteStore({ file: databaseFile(data), holidays });
  const { openPostgresStore } = await import("./store/postgres/postgres-store.ts");
  return await openPostgresStore({ url: databaseUrl, holidays });
}

/** For trying what would happen; gone when it is closed. */
export async function openEmptyStore(): Promise<Store> {
  return await openSqliteStore({ file: ":memory:", holidays: holidayCalendar() });
}

export async function openCallLog({ data, databaseUrl }: Place): Promise<CallLog> {
  if (databaseUrl === undefined) return openSqliteCallLog(callLogFile(data));
  const { openPostgresCallLog } = await import("./store/postgres/postgres-call-log.ts");
  return openPostgresCallLog(databaseUrl);
}
