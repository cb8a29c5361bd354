import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CallCount, CallLog, KeptCall, WebhookCall } from "../call-log.ts";
import { useWriteAheadLog } from "./write-ahead-log.ts";

/** Often enough that `slotline log --follow` feels live, seldom enough that a batch is worth its transaction. */
const FLUSH_EVERY_MS = 250;

/** Another server on the same folder writes its batches too; each takes a millisecond. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * Rows in one go: half a millisecond in which no request is answered. As many are not left waiting, or a busy
 * server would keep them until the garbage collector takes them for old.
 */
const BATCH = 100;

/** Rows to forget in one go; between two goes requests are answered. */
const PRUNE_BATCH = 1_000;

/** Some seconds of a busy server; past that the disk does not keep up and requests matter more. */
const MOST_WAITING = 20_000;

const SCHEMA = `
  create table if not exists webhook_calls (
    number integer primary key,
    at integer not null,
    account_id text,
    key_id text,
    entity_id text,
    call_id text,
    action text,
    outcome text not null,
    milliseconds real not null,
    request text,
    answer text
  );
  create index if not exists webhook_calls_by_age on webhook_calls (at);
  create index if not exists webhook_calls_by_account on webhook_calls (account_id, number);
  create index if not exists webhook_calls_by_call on webhook_calls (account_id, call_id) where call_id is not null;
`;

/**
 * The call log in a database file of its own, so that a booking never waits for it: losing its last second is fine,
 * so it is not synced.
 */
export function openSqliteCallLog(file: string): CallLog {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  useWriteAheadLog(database);
  database.exec("pragma synchronous = off");
  database.exec(SCHEMA);
  const add = database.prepare(`
    insert into webhook_calls
      (at, account_id, key_id, entity_id, call_id, action, outcome, milliseconds, request, answer)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const columns = `number, at, account_id as accountId, key_id as keyId, entity_id as entityId, call_id as callId,
    action, outcome, milliseconds, request, answer`;
  const ofAccount = "(:account is null or account_id = :account)";
  const newest = database.prepare(
    `select ${columns} from webhook_calls where ${ofAccount} order by number desc limit :most`,
  );
  const earlier = database.prepare(
    `select ${columns} from webhook_calls where ${ofAccount} and number < :before order by number desc limit :most`,
  );
  const ofCalls = database.prepare(
    `select ${columns} from webhook_calls where account_id = ? and call_id in (select value from json_each(?)) order by number`,
  );
  const ofEntity = `(:entity is null or entity_id = :entity or entity_id is null and call_id in (
      select call_id from webhook_calls where at >= :from and at < :to and account_id = :account and entity_id = :entity))`;
  const counts = database.prepare(`
    select (at / 60000 + cast(:offset as integer)) / 1440 as day, action, outcome, count(*) as count, count(distinct call_id) as calls,
      sum(milliseconds) as milliseconds, max(milliseconds) as slowest
    from webhook_calls indexed by webhook_calls_by_age
    where at >= :from and at < :to and account_id = :account and ${ofEntity} group by 1, 2, 3
    union all
    select (at / 60000 + cast(:offset as integer)) / 1440, '*', '', count(*), count(distinct call_id), sum(milliseconds), max(milliseconds)
    from webhook_calls indexed by webhook_calls_by_age
    where at >= :from and at < :to and account_id = :account and ${ofEntity} group by 1`);
  const later = database.prepare(
    `select ${columns} from webhook_calls where ${ofAccount} and number > :after order by number limit :most`,
  );
  let waiting: WebhookCall[] = [];
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;

  const write = (calls: readonly WebhookCall[]) => {
    try {
      database.exec("begin immediate");
      for (const {
        at,
        accountId,
        keyId,
        entityId,
        callId,
        action,
        outcome,
        milliseconds,
        request,
        answer,
      } of calls) {
        add.run(at, accountId, keyId, entityId, callId, action, outcome, milliseconds, request, answer);
      }
      database.exec("commit");
    } catch {
      // The log is a convenience: a full disk must not take the desk down with it.
      dropped += calls.length;
      if (database.isTransaction) database.exec("rollback");
    }
  };
  const flush = () => {
    clearTimeout(timer);
    clearImmediate(soon);
    timer = undefined;
    soon = undefined;
    write(waiting.slice(0, BATCH));
    waiting = waiting.slice(BATCH);
    schedule();
  };
  const schedule = () => {
    if (waiting.length >= BATCH) soon ??= setImmediate(flush);
    else if (waiting.length > 0) timer ??= setTimeout(flush, FLUSH_EVERY_MS).unref();
  };

  return {
    record: (call) => {
      if (waiting.length >= MOST_WAITING) {
        dropped += 1;
        return;
      }
      waiting.push(call);
      schedule();
    },
    calls: async ({ after, before, most, accountId }) => {
      const account = accountId ?? null;
      if (before !== undefined) {
        return (earlier.all({ account, before, most }) as unknown as KeptCall[]).reverse();
      }
      if (after !== undefined) return later.all({ account, after, most }) as unknown as KeptCall[];
      return (newest.all({ account, most }) as unknown as KeptCall[]).reverse();
    },
    callsOf: async (accountId, callIds) =>
      ofCalls.all(accountId, JSON.stringify(callIds)) as unknown as KeptCall[],
    countCalls: async ({ accountId, entityId = null, from, to, offset }) =>
      counts.all({ account: accountId, entity: entityId, from, to, offset }) as unknown as CallCount[],
    get dropped() {
      return dropped;
    },
    prune: async (before) => {
      const drop = database.prepare(
        `delete from webhook_calls
         where number in (select number from webhook_calls where at < ? limit ${PRUNE_BATCH})`,
      );
      while (database.isOpen && drop.run(before).changes > 0) await nextTurn();
    },
    close: async () => {
      clearTimeout(timer);
      clearImmediate(soon);
      write(waiting);
      waiting = [];
      database.close();
    },
  };
}
