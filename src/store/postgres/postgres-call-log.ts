import { setTimeout as wait } from "node:timers/promises";
import type { CallCount, CallLog, KeptCall, WebhookCall } from "../call-log.ts";
import { Database, type Statement } from "./database.ts";

/** Often enough that `slotline log --follow` feels live, seldom enough that a batch is worth its round trip. */
const FLUSH_EVERY_MS = 250;

/** Rows of one round trip. */
const BATCH = 500;

/** Some seconds of a busy server; past that the database does not keep up and requests matter more. */
const MOST_WAITING = 20_000;

/** For writing what is left at the end: a server that stops has bookings to think of. */
const LAST_FLUSH_MS = 1_500;

/** Rows to forget in one statement. */
const PRUNE_BATCH = 1_000;

const ADD: Statement = {
  name: "add_calls",
  text: `insert into webhook_calls
    (at, account_id, key_id, entity_id, call_id, action, outcome, milliseconds, request, answer)
    select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::double precision[], $9::text[], $10::text[])`,
};

const COLUMNS = `number, at, account_id, key_id, entity_id, call_id, action, outcome, milliseconds, request, answer`;

const NEWEST: Statement = {
  name: "newest_calls",
  text: `select ${COLUMNS} from webhook_calls where ($1::text is null or account_id = $1)
    order by number desc limit $2`,
};

const LATER: Statement = {
  name: "later_calls",
  text: `select ${COLUMNS} from webhook_calls where ($1::text is null or account_id = $1) and number > $2
    order by number limit $3`,
};

const EARLIER: Statement = {
  name: "earlier_calls",
  text: `select ${COLUMNS} from webhook_calls where ($1::text is null or account_id = $1) and number < $2
    order by number desc limit $3`,
};

const OF_CALLS: Statement = {
  name: "requests_of_calls",
  text: `select ${COLUMNS} from webhook_calls where account_id = $1 and call_id = any($2::text[]) order by number`,
};

const OF_ENTITY = `($5::text is null or entity_id = $5 or entity_id is null and call_id in (
      select call_id from webhook_calls where account_id = $1 and at >= $2 and at < $3 and entity_id = $5))`;

const COUNTS: Statement = {
  name: "count_calls",
  text: `select (at / 60000 + $4::bigint) / 1440, action, outcome, count(*), count(distinct call_id), sum(milliseconds),
      max(milliseconds)
    from webhook_calls where account_id = $1 and at >= $2 and at < $3 and ${OF_ENTITY} group by 1, 2, 3
    union all
    select (at / 60000 + $4::bigint) / 1440, '*', '', count(*), count(distinct call_id), sum(milliseconds), max(milliseconds)
    from webhook_calls where account_id = $1 and at >= $2 and at < $3 and ${OF_ENTITY} group by 1`,
};

const PRUNE: Statement = {
  name: "prune_calls",
  text: `with gone as (
      delete from webhook_calls
      where number in (select number from webhook_calls where at < $1 limit ${PRUNE_BATCH})
      returning 1
    ) select count(*) from gone`,
};

/** In the order of the table's columns, after its number. */
const MEMBERS = [
  "at",
  "accountId",
  "keyId",
  "entityId",
  "callId",
  "action",
  "outcome",
  "milliseconds",
  "request",
  "answer",
] as const satisfies (keyof WebhookCall)[];

type CountRow = [
  day: number,
  action: string | null,
  outcome: string,
  count: number,
  calls: number,
  milliseconds: number,
  slowest: number,
];

type CallRow = [number: number, ...members: unknown[]];

/** The call log beside the bookings, for all servers together. The store has made its table. */
export function openPostgresCallLog(url: string): CallLog {
  // One connection of its own: a batch never takes one that a booking waits for.
  const database = new Database(url, 1);
  let waiting: WebhookCall[] = [];
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  const write = async (calls: readonly WebhookCall[]) => {
    try {
      await database.rows(ADD, columnsOf(calls));
    } catch {
      // The log is a convenience: a database in trouble must not take the desk down with it.
      dropped += calls.length;
    }
  };
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await write(batch);
    }
  };
  const flushOnce = () => {
    writing ??= flush().finally(() => {
      writing = undefined;
    });
    return writing;
  };

  return {
    record: (call) => {
      if (waiting.length >= MOST_WAITING) {
        dropped += 1;
        return;
      }
      waiting.push(call);
      timer ??= setTimeout(() => {
        timer = undefined;
        void flushOnce();
      }, FLUSH_EVERY_MS).unref();
    },
    calls: async ({ after, before, most, accountId = null }) => {
      if (before !== undefined) {
        return (await database.rows<CallRow>(EARLIER, [accountId, before, most])).map(callOf).reverse();
      }
      if (after !== undefined) {
        return (await database.rows<CallRow>(LATER, [accountId, after, most])).map(callOf);
      }
      return (await database.rows<CallRow>(NEWEST, [accountId, most])).map(callOf).reverse();
    },
    callsOf: async (accountId, callIds) =>
      (await database.rows<CallRow>(OF_CALLS, [accountId, callIds])).map(callOf),
    countCalls: async ({ accountId, entityId = null, from, to, offset }) => {
      const rows = await database.rows<CountRow>(COUNTS, [accountId, from, to, offset, entityId]);
      return rows.map(([day, action, outcome, count, calls, milliseconds, slowest]): CallCount => {
        return { day, action, outcome, count, calls, milliseconds, slowest };
      });
    },
    get dropped() {
      return dropped;
    },
    prune: async (before) => {
      for (;;) {
        const [row] = await database.rows<[number]>(PRUNE, [before]);
        if (row![0] === 0) return;
      }
    },
    close: async () => {
      clearTimeout(timer);
      const flushed = flushOnce().then(flushOnce);
      await Promise.race([flushed, wait(LAST_FLUSH_MS, undefined, { ref: false })]);
      await database.close();
    },
  };
}

function columnsOf(calls: readonly WebhookCall[]): unknown[][] {
  return MEMBERS.map((member) => calls.map((call) => call[member]));
}

function callOf([number, ...values]: CallRow): KeptCall {
  const members = MEMBERS.map((member, index) => [member, values[index]]);
  return { number, ...Object.fromEntries(members) } as KeptCall;
}
