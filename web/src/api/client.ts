import { chosenAccount } from "./chosen-account.ts";
import { ApiProblem } from "./problem.ts";

/** A JSON answer with the tag of the version that it shows. */
export interface Tagged<T> {
  readonly data: T;
  readonly etag: string | undefined;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Sent {
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  readonly body?: unknown;
  /** The tag of what was seen; changes of something newer are refused. */
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ account: chosenAccount(), ...query })) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${path}${text === "" ? "" : `?${text}`}`;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<Tagged<T>> {
  return await ask<T>(addressOf(path, query), { signal: signal ?? null });
}

/** Changes something; what comes back is undefined where the server has nothing to say. */
export async function send<T>(
  path: string,
  { method, body, ifMatch, idempotencyKey }: Sent,
): Promise<Tagged<T>> {
  return await ask<T>(addressOf(path), {
    method,
    headers: {
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Below `/api/auth`, where better-auth answers in its own form. */
export async function sendToLogin<T>(path: string, body: unknown): Promise<T> {
  return await askLogin<T>(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export async function getFromLogin<T>(path: string): Promise<T> {
  return await askLogin<T>(path, {});
}

interface LoginFault {
  readonly type?: string;
  readonly code?: string;
  readonly message?: string;
}

async function askLogin<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(`/api/auth${path}`, init);
  const answer = (await response.json().catch(() => ({}))) as T & LoginFault;
  // Our own routes among them answer as all others do.
  if (!response.ok && answer.type !== undefined) throw problemOf(answer, response);
  if (!response.ok) {
    const code =
      response.status === 429
        ? "rate_limited"
        : response.status === 401
          ? "unauthenticated"
          : "invalid_request";
    throw new ApiProblem({ code, status: response.status, detail: answer.code ?? answer.message });
  }
  return answer;
}

async function ask<T>(address: string, init: RequestInit): Promise<Tagged<T>> {
  const response = await reach(address, init);
  const etag = response.headers.get("etag") ?? undefined;
  if (response.status === 204) return { data: undefined as T, etag };
  const body = (await response.json().catch(() => undefined)) as unknown;
  if (!response.ok) throw problemOf(body, response);
  return { data: body as T, etag };
}

function problemOf(body: unknown, { status }: Response): ApiProblem {
  const problem = (body ?? { code: "internal_error" }) as ApiProblem["problem"];
  return new ApiProblem({ ...problem, status });
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: "same-origin", ...init });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw new ApiProblem({ code: "unreachable", status: 0 });
  }
}
