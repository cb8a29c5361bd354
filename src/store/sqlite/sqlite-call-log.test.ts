import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeCallLog } from "../call-log-contract.fixture.ts";
import { openSqliteCallLog } from "./sqlite-call-log.ts";

describeCallLog("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "slotline-calls-"));
  const file = join(folder, "calls.db");
  let log = openSqliteCallLog(file);
  return {
    log,
    reopen: async () => {
      await log.close();
      log = openSqliteCallLog(file);
      return log;
    },
    close: async () => {
      await log.close();
      rmSync(folder, { recursive: true });
    },
  };
});
