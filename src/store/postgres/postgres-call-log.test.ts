import { migratedDatabase } from "../../../test/harness/postgres-database.ts";
import { describeCallLog } from "../call-log-contract.fixture.ts";
import { openPostgresCallLog } from "./postgres-call-log.ts";
import { openPostgresStore } from "./postgres-store.ts";

describeCallLog("PostgreSQL", async () => {
  const { url, drop } = await migratedDatabase();
  const store = await openPostgresStore({ url, holidays: { isPublicHoliday: () => false } });
  await store.close();
  let log = openPostgresCallLog(url);
  return {
    log,
    reopen: async () => {
      await log.close();
      log = openPostgresCallLog(url);
      return log;
    },
    close: async () => {
      await log.close();
      await drop();
    },
  };
});
