import { z } from "zod";
import type { Caller, Desk } from "../booking/desk.ts";
import type { Idempotency } from "../booking/idempotency.ts";
import type { Outcome } from "../booking/outcome.ts";
import type { Scope } from "../store/store.ts";
import { optionalId } from "./members.ts";

/** What an action's handler works with besides the request. */
export interface ActionContext {
  readonly desk: Desk;
  readonly caller: Caller;
  /** The request's `Idempotency-Key`, when it sent one. */
  readonly idempotency: Idempotency | undefined;
}

/** One of the 13 actions: its wire shapes, who may call it and what it does. */
export interface Action {
  readonly name: string;
  readonly summary: string;
  /** The scope that a key needs. */
  readonly scope: Scope;
  readonly request: z.ZodObject;
  /** Names of the request's members. */
  readonly members: readonly string[];
  readonly answer: z.ZodType;
  readonly example: { readonly request: object; readonly answer: unknown };
  readonly handle: (context: ActionContext, request: never) => Promise<Outcome<unknown>>;
}

/** Members that may accompany every action. */
const ENVELOPE = {
  entityId: optionalId.meta({ description: "Narrows the request to this entity" }),
  callId: optionalId.meta({ description: "Follows a call across requests, like the header X-Call-Id" }),
};

type Envelope<Name extends string> = { action: z.ZodLiteral<Name> } & typeof ENVELOPE;

/** Checks at compile time that the handler takes what the request schema yields. */
export function defineAction<Name extends string, Shape extends z.ZodRawShape>(action: {
  readonly name: Name;
  readonly summary: string;
  readonly scope: Scope;
  readonly request: Shape;
  readonly answer: z.ZodType;
  readonly example: { readonly request: object; readonly answer: unknown };
  readonly handle: (
    context: ActionContext,
    request: z.output<z.ZodObject<Omit<Envelope<Name>, keyof Shape> & Shape>>,
  ) => Promise<Outcome<unknown>>;
}): Action {
  const { name, example } = action;
  const shape = { action: z.literal(name), ...ENVELOPE, ...action.request };
  return {
    ...action,
    request: z.object(shape).meta({ id: `${name}Request`, description: action.summary }),
    members: Object.keys(shape),
    answer: action.answer,
    example: { ...example, request: { action: name, ...example.request } },
    handle: action.handle as Action["handle"],
  };
}
