import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../scheduling/configuration.ts";
import type { CallLog } from "../store/call-log.ts";
import type { ApiKey } from "../store/store.ts";
import type { Action } from "./action.ts";
import { type Admission, admit } from "./admission.ts";
import { type Answer, actionOf, answerRequest, callerOf } from "./answer-request.ts";
import { readJsonBody } from "./json-body.ts";
import { languageFor } from "./language.ts";
import { masked, maskedMembers } from "./mask.ts";
import type { Metrics } from "./metrics.ts";
import { PreparedAnswer } from "./prepared-answer.ts";
import { type ProblemCode, type ProblemDetails, problem } from "./problems.ts";
import { PROBLEM_TYPE } from "./send-problem.ts";
import { understoodHeaders } from "./understood-headers.ts";

export interface WebhookDependencies extends Admission {
  readonly callLog: CallLog;
  readonly metrics: Metrics;
}

/** Header values that follow a call; longer ones are cut, odd ones dropped. */
const LONGEST_CALL_ID = 128;

/** What became of a request on its way down. */
interface Handled {
  readonly answer: Answer;
  readonly key: ApiKey | undefined;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** `POST /webhook` and `POST /webhook/{key}`: one way down, one way back. */
export function webhookRoutes(app: FastifyInstance, dependencies: WebhookDependencies): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const started = performance.now();
    const handled = await handle(request, dependencies);
    record(dependencies, request, handled, performance.now() - started);
    send(reply, handled);
  };
  for (const url of ["/webhook", "/webhook/", "/webhook/:key"]) {
    app.post(url, answer);
    app.route({
      method: ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"],
      url,
      handler: async (request, reply) => {
        reply.header("allow", "POST");
        refuseUnread(dependencies, request, reply, "method_not_allowed", "Send POST with a JSON body.");
        return await reply;
      },
    });
  }
}

/** Answers and records a request to the webhook whose body was not even looked at. */
export function refuseUnread(
  dependencies: WebhookDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  detail?: string,
): void {
  const handled = refusal(code, undefined, { detail });
  record(dependencies, request, handled, reply.elapsedTime);
  send(reply, handled);
}

async function handle(request: FastifyRequest, dependencies: WebhookDependencies): Promise<Handled> {
  const { desk, onFault } = dependencies;
  const admitted = await admit(request, dependencies);
  if (!admitted.ok) {
    const { code, details, retryAfterSeconds } = admitted;
    const language = admitted.key === undefined ? "de" : await languageFor(desk, callerOf(admitted.key));
    return { ...refusal(code, admitted.key, details, language), retryAfterSeconds };
  }
  const { key } = admitted;
  const caller = callerOf(key);
  const body = readJsonBody((request.body as Uint8Array | undefined) ?? new Uint8Array());
  if (!body.ok) {
    return refusal("malformed_json", key, { detail: body.message }, await languageFor(desk, caller));
  }
  const idempotencyKey = request.headers["idempotency-key"]?.toString();
  const callId = callIdOf(request, body.value) ?? undefined;
  const answer = await answerRequest(body.value, { desk, key, idempotencyKey, callId, onFault });
  const retryAfterSeconds = "retryAfterSeconds" in answer ? answer.retryAfterSeconds : undefined;
  return { answer, key, body: body.value, retryAfterSeconds };
}

function refusal(
  code: ProblemCode,
  key: ApiKey | undefined,
  details?: ProblemDetails,
  language: Language = "de",
): Handled {
  return { answer: { outcome: code, value: problem(code, language, details) }, key, body: undefined };
}

function send(reply: FastifyReply, { answer, key, retryAfterSeconds }: Handled): void {
  reply.header("cache-control", "no-store");
  if (answer.outcome === "ok") {
    const { value } = answer;
    if (value instanceof PreparedAnswer && value.understood !== undefined) {
      reply.headers(understoodHeaders(value.understood));
    }
    reply.type("application/json; charset=utf-8").send(jsonOf(value));
    return;
  }
  const { status } = answer.value;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
  else if (status === 503) reply.header("retry-after", 1);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  reply
    .code(key?.errorStatus ?? status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(answer.value));
}

function jsonOf(value: unknown): string | Buffer {
  return value instanceof PreparedAnswer ? value.json : JSON.stringify(value);
}

function record(
  { callLog, metrics, desk }: WebhookDependencies,
  request: FastifyRequest,
  { answer, key, body }: Handled,
  milliseconds: number,
): void {
  const action = body === undefined ? undefined : actionOf(body);
  metrics.observe(action?.name ?? "none", answer.outcome, milliseconds);
  callLog.record({
    at: desk.now(),
    accountId: key?.accountId ?? null,
    keyId: key?.id ?? null,
    entityId: shortText(body?.entityId),
    callId: callIdOf(request, body),
    action: action?.name ?? null,
    outcome: answer.outcome,
    milliseconds: Math.round(milliseconds * 100) / 100,
    request: action === undefined ? null : JSON.stringify(keptRequest(body!, action, answer.value)),
    answer: answer.value instanceof PreparedAnswer ? answer.value.kept : JSON.stringify(masked(answer.value)),
  });
}

/**
 * Masked, with what words were understood as instead of the words, and only what the action knows: whatever else a bot
 * sends along could be anything.
 */
function keptRequest(body: Readonly<Record<string, unknown>>, { members }: Action, answer: unknown): object {
  const kept = maskedMembers(body, members);
  if (!(answer instanceof PreparedAnswer) || answer.understood === undefined) return kept;
  return { ...kept, understood: answer.understood.sentence };
}

function callIdOf(
  request: FastifyRequest,
  body: Readonly<Record<string, unknown>> | undefined,
): string | null {
  return headerText(request, "x-call-id") ?? headerText(request, "x-request-id") ?? shortText(body?.callId);
}

function headerText(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return shortText(Array.isArray(value) ? value[0] : value) ?? undefined;
}

function shortText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, LONGEST_CALL_ID) : null;
}
