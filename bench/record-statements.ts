import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** `node --import record-statements.ts?to=FILE`: writes every statement that the process prepared, at its end. */

const file = new URL(import.meta.url).searchParams.get("to")!;
const statements = new Set<string>();
const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function (sql, ...options) {
  statements.add(sql);
  return prepare.call(this, sql, ...options);
};
process.on("exit", () => writeFileSync(file, JSON.stringify([...statements])));
