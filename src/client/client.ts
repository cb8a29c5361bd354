import { setTimeout as sleep } from "node:timers/promises";
import { ACTIONS, type ActionName, type AnswerOf, problem, type RequestOf } from "../protocol/index.ts";
import { NoAnswer, Refusal } from "./refusal.ts";

export interface ClientOptions {
  /** The webhook's, with its key. */
  readonly url: string;
  /** Of every request: a credential, where it is not in the URL. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long one try may take. Default: 3,000. */
  readonly timeoutMs?: number;
  /** How long all tries of a request may take: a caller is waiting. Default: 8,000. */
  readonly deadlineMs?: number;
  /** How often a request is made at the most. Default: 3. */
  readonly tries?: number;
  /** Another way to ask than over the network. */
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** Follows a call across its requests. */
  readonly callId?: string;
  /** The same for a request that is to happen once, also when it is made again later. Default: a new one. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * The 13 actions. Each answers in the protocol's shape, rejects with a `Refusal` when the server will not, and with
 * `NoAnswer` when nothing came that could be read.
 */
export type Client = {
  readonly [Name in ActionName]: (members: RequestOf<Name>, options?: CallOptions) => Promise<AnswerOf<Name>>;
};

const FIRST_PAUSE_MS = 100;

/** Asks again only what the server calls `retryable`, or what got no answer: a write carries an Idempotency-Key. */
export function createClient(options: ClientOptions): Client {
  const methods = Object.keys(ACTIONS).map((action) => [
    action,
    (members: object, call: CallOptions = {}) => ask(options, action as ActionName, members, call),
  ]);
  return Object.fromEntries(methods) as Client;
}

const WRITES: ReadonlySet<ActionName> = new Set([
  "bookAppointment",
  "modifyAppointment",
  "cancelAppointment",
]);

async function ask(
  options: ClientOptions,
  action: ActionName,
  members: object,
  { callId, idempotencyKey = crypto.randomUUID(), signal }: CallOptions,
): Promise<unknown> {
  const { headers, timeoutMs = 3_000, deadlineMs = 8_000, tries = 3 } = options;
  const given = signal === undefined ? [] : [signal];
  const deadline = AbortSignal.any([AbortSignal.timeout(deadlineMs), ...given]);
  const request = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(callId === undefined ? {} : { "x-call-id": callId }),
      ...(WRITES.has(action) ? { "idempotency-key": idempotencyKey } : {}),
      ...headers,
    },
    body: JSON.stringify({ ...members, action }),
  };
  for (let tried = 1; ; tried += 1) {
    const outcome = await once(
      options,
      action,
      request,
      AbortSignal.any([AbortSignal.timeout(timeoutMs), deadline]),
    );
    if (outcome.ok) return outcome.answer;
    signal?.throwIfAborted();
    const { error, pauseMs = FIRST_PAUSE_MS * 2 ** (tried - 1) } = outcome;
    const mayPass = error instanceof NoAnswer || (error instanceof Refusal && error.retryable);
    if (!mayPass || tried >= tries || deadline.aborted) throw error;
    await sleep(pauseMs * (1 + Math.random() / 2), undefined, { signal: deadline }).catch(() => {
      signal?.throwIfAborted();
      throw error;
    });
  }
}

type Outcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly error: Error; readonly pauseMs?: number | undefined };

async function once(
  { url, fetch: send = fetch }: ClientOptions,
  action: ActionName,
  request: RequestInit,
  signal: AbortSignal,
): Promise<Outcome> {
  let response: Response | undefined;
  let body: unknown;
  try {
    response = await send(url, { ...request, signal });
    body = await response.json();
  } catch (error) {
    // A gateway without the server behind it may find it again; a page that says 401 or 404 says so the next time, too.
    if (
      error instanceof SyntaxError &&
      response !== undefined &&
      response.status >= 400 &&
      response.status < 500
    )
      return failed(new Refusal(action, response.status, {}));
    return failed(new NoAnswer(`${action} got no answer: ${(error as Error).message}`, { cause: error }));
  }
  const refused = problem.safeParse(body);
  // A key can be set to hear of refusals with status 200.
  if (!response.ok || (refused.success && refused.data.code !== undefined)) {
    const pause = Number(response.headers.get("retry-after"));
    const error = new Refusal(action, response.status, refused.data ?? {});
    return { ok: false, error, pauseMs: pause > 0 ? pause * 1_000 : undefined };
  }
  const answer = ACTIONS[action].answer.safeParse(body);
  if (answer.success) return { ok: true, answer: answer.data };
  const { path, message } = answer.error.issues[0]!;
  return failed(
    new Error(`${action} was answered in another shape: ${path.join(".") || "all of it"}: ${message}`),
  );
}

function failed(error: Error): Outcome {
  return { ok: false, error };
}
