import { type CompiledQuery, type Kysely, sql } from "kysely";
import { type PhoneTurn, TURN_PATIENCE_MS, type TurnTimes } from "../phone-calls.ts";
import type { Schema } from "../schema.ts";
import type { EpochMilliseconds } from "../store.ts";

type PhoneCallRow = Pick<Schema["phone_calls"], "turn" | "state" | "answer">;

export function phoneCallQuery(
  db: Kysely<Schema>,
  accountId: string,
  callId: string,
): CompiledQuery<PhoneCallRow> {
  return db
    .selectFrom("phone_calls")
    .select(["turn", "state", "answer"])
    .where("account_id", "=", accountId)
    .where("call_id", "=", callId)
    .compile();
}

/** One statement, so that of servers that begin a turn at the same time one does. */
export function beginTurnQuery(
  db: Kysely<Schema>,
  accountId: string,
  callId: string,
  turn: number,
  { at, forgetAt }: TurnTimes,
): CompiledQuery<{ turn: number }> {
  const isNext = sql<boolean>`phone_calls.turn = ${turn - 1} and phone_calls.answer is not null`;
  const isLeft = sql<boolean>`phone_calls.turn = ${turn} and phone_calls.answer is null
    and phone_calls.begun_at < ${at - TURN_PATIENCE_MS}`;
  if (turn > 0) {
    return db
      .updateTable("phone_calls")
      .set({ turn, begun_at: at, answer: null, forget_at: forgetAt })
      .where("account_id", "=", accountId)
      .where("call_id", "=", callId)
      .where(sql<boolean>`(${isNext}) or (${isLeft})`)
      .returning("turn")
      .compile();
  }
  return db
    .insertInto("phone_calls")
    .values({
      account_id: accountId,
      call_id: callId,
      turn,
      begun_at: at,
      state: null,
      answer: null,
      forget_at: forgetAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["account_id", "call_id"])
        .doUpdateSet({ begun_at: at, forget_at: forgetAt })
        .where(isLeft),
    )
    .returning("turn")
    .compile();
}

export function endTurnQuery(
  db: Kysely<Schema>,
  accountId: string,
  callId: string,
  turn: number,
  { state, answer, forgetAt }: PhoneTurn & Pick<TurnTimes, "forgetAt">,
): CompiledQuery {
  return db
    .updateTable("phone_calls")
    .set({ state, answer, forget_at: forgetAt })
    .where("account_id", "=", accountId)
    .where("call_id", "=", callId)
    .where("turn", "=", turn)
    .where("answer", "is", null)
    .compile();
}

export function endCallQuery(
  db: Kysely<Schema>,
  accountId: string,
  callId: string,
  { answer, forgetAt }: Pick<PhoneTurn, "answer"> & Pick<TurnTimes, "forgetAt">,
): CompiledQuery {
  return db
    .updateTable("phone_calls")
    .set({ state: null, answer, forget_at: forgetAt })
    .where("account_id", "=", accountId)
    .where("call_id", "=", callId)
    .compile();
}

export function forgetPhoneCallsQuery(db: Kysely<Schema>, now: EpochMilliseconds): CompiledQuery {
  return db.deleteFrom("phone_calls").where("forget_at", "<", now).compile();
}
