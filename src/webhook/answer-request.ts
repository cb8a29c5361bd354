import { hash } from "node:crypto";
import type { z } from "zod";
import type { Caller, Desk } from "../booking/desk.ts";
import type { Refused } from "../booking/outcome.ts";
import { type ApiKey, StoreUnavailable } from "../store/store.ts";
import type { Action } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { wireSlot } from "./answers.ts";
import { languageFor } from "./language.ts";
import { type Problem, type ProblemCode, problem, type SpokenDetails } from "./problems.ts";

type Body = Readonly<Record<string, unknown>>;

export type Answer =
  | { readonly outcome: "ok"; readonly value: unknown }
  | {
      readonly outcome: ProblemCode;
      readonly value: Problem;
      readonly retryAfterSeconds?: number | undefined;
    };

export interface AnswerContext {
  readonly desk: Desk;
  readonly key: ApiKey;
  readonly idempotencyKey: string | undefined;
  readonly callId: string | undefined;
  /** Told of faults in Slotline itself; callers hear no more than that there was one. */
  readonly onFault: (error: unknown) => void;
}

/** The action that a body names, if it is one of the 13. */
export function actionOf(body: Body): Action | undefined {
  return typeof body.action === "string" ? ACTIONS.get(body.action) : undefined;
}

/** From a readable body to its answer: scope, form, action. Never throws. */
export async function answerRequest(body: Body, context: AnswerContext): Promise<Answer> {
  const { desk, key } = context;
  const caller = callerOf(key, context.callId);
  const refuse = async (code: ProblemCode, details?: SpokenDetails): Promise<Answer> => ({
    outcome: code,
    value: problem(code, await languageFor(desk, caller, body), details),
  });
  try {
    const action = actionOf(body);
    if (action === undefined) {
      const detail = `\`action\` must be one of ${[...ACTIONS.keys()].join(", ")}.`;
      return await refuse("unknown_action", { detail });
    }
    if (!key.scopes.includes(action.scope)) {
      return await refuse("forbidden", { detail: `This action needs a key with the scope ${action.scope}.` });
    }
    const request = action.request.safeParse(body, { error: messageFor });
    if (!request.success) return await refuse("invalid_request", { issues: issuesOf(request.error) });
    const outcome = await action.handle(
      { desk, caller, idempotency: idempotencyOf(context.idempotencyKey, body) },
      request.data as never,
    );
    if (outcome.ok) return { outcome: "ok", value: outcome.value };
    const refusal = await refuse(...codeAndDetails(outcome));
    return outcome.reason === "rate_limited"
      ? ({ ...refusal, retryAfterSeconds: outcome.retryAfterSeconds } as Answer)
      : refusal;
  } catch (error) {
    context.onFault(error);
    const code = error instanceof StoreUnavailable ? "unavailable" : "internal_error";
    return { outcome: code, value: problem(code, await languageFor(desk, caller, body)) };
  }
}

export function callerOf(key: ApiKey, callId?: string): Caller {
  const { accountId, entityIds, id, maxSlots } = key;
  return { accountId, entityIds, actor: { kind: "key", id }, maxSlots, callId };
}

function codeAndDetails(refused: Refused): [ProblemCode, SpokenDetails] {
  switch (refused.reason) {
    case "slot_taken":
    case "slot_not_offered": {
      const { slots, zone } = refused.alternatives;
      return [refused.reason, { alternatives: slots.map((slot) => wireSlot(slot, zone)) }];
    }
    case "slot_mismatch":
    case "not_changeable":
      return [refused.reason, { detail: refused.detail }];
    case "missing_information":
      return [refused.reason, { missing: refused.missing, asksForProof: refused.asksForProof }];
    case "invalid_request":
      return [refused.reason, { issues: refused.issues, time: refused.time }];
    case "rate_limited":
      return [refused.reason, { detail: refused.detail, lookups: refused.lookups }];
    default:
      return [refused.reason, {}];
  }
}

function issuesOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
}

function messageFor(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return "is missing";
    return issue.expected === "string" ? "must be a string" : `must be an ${issue.expected}`;
  }
  if (issue.code === "too_big") return `is longer than ${issue.maximum} characters`;
  return issue.code === "too_small" ? "must not be empty" : undefined;
}

/**
 * Equal bodies have equal fingerprints, whatever their spacing and the order of their members. Without a PIN: of the few
 * that there are, a hash of everything else that is stored would soon tell which.
 */
function idempotencyOf(key: string | undefined, body: Body) {
  if (key === undefined || key === "") return undefined;
  return { key: hash("sha256", key, "hex"), fingerprint: hash("sha256", canonical(body), "hex") };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const said = Object.entries(value).filter(([name]) => name !== "pin");
  const members = said.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}
