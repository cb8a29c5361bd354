import { ACTIONS, type ActionName, type AnswerOf } from "../protocol/index.ts";
import type { Exchange, Findings } from "./findings.ts";
import type { RuleId } from "./rules.ts";

export interface Target {
  /** With its key, where the key is a part of it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A server that takes longer has not answered. */
  readonly patienceMs: number;
}

/** Asks the server, and keeps what was asked and answered. */
export class Probe {
  readonly exchanges: Exchange[] = [];
  readonly #target: Target;
  readonly #findings: Findings;
  readonly #run = crypto.randomUUID();
  #call = 0;

  constructor(target: Target, findings: Findings) {
    this.#target = target;
    this.#findings = findings;
  }

  /** What follows is another caller's call. */
  nextCall(): void {
    this.#call += 1;
  }

  /** A request that is in order: it must be answered, with JSON and status 2xx. */
  async ask(action: string, members: object): Promise<Exchange> {
    const exchange = await this.send(action, JSON.stringify({ action, ...members }));
    this.#findings.check("answer.ok", isAnswer(exchange), "status 2xx", exchange);
    return exchange;
  }

  /** The answer in its shape; undefined when it is refused or has another one, which is then found against `rule`. */
  async read<Name extends ActionName>(
    action: Name,
    members: object,
    rule: RuleId,
  ): Promise<{ readonly answer: AnswerOf<Name>; readonly exchange: Exchange } | undefined> {
    const exchange = await this.ask(action, members);
    if (!isAnswer(exchange)) return undefined;
    const checked = ACTIONS[action].answer.safeParse(exchange.body);
    const issue = checked.error?.issues[0];
    const expected = issue === undefined ? "" : `${issue.path.join(".") || "the answer"}: ${issue.message}`;
    this.#findings.check(rule, checked.success, expected, exchange);
    return checked.success ? { answer: checked.data as AnswerOf<Name>, exchange } : undefined;
  }

  /** Any request; what must hold for every one is checked. */
  async send(action: string, body: string, contentType = "application/json"): Promise<Exchange> {
    const exchange = await this.#exchange(action, body, contentType);
    this.exchanges.push(exchange);
    const { status, text } = exchange;
    const comes = status !== undefined;
    this.#findings.check(
      "answer.comes",
      comes,
      `an answer within ${this.#target.patienceMs / 1_000} s: ${text}`,
      exchange,
    );
    if (status !== undefined && status < 300) {
      this.#findings.check("answer.json", exchange.body !== undefined, "JSON", exchange);
    }
    if (comes) this.#checkHeaders(exchange);
    return exchange;
  }

  #checkHeaders(exchange: Exchange): void {
    const { contentType, cacheControl } = exchange;
    const isJson = /^application\/(?:[\w.+-]+\+)?json\b/.test(contentType);
    this.#findings.check(
      "transport.content-type",
      isJson,
      `application/json, not "${contentType}"`,
      exchange,
    );
    const isNotKept = /\bno-store\b/.test(cacheControl);
    this.#findings.check("transport.no-store", isNotKept, `no-store, not "${cacheControl}"`, exchange);
  }

  async #exchange(action: string, request: string, contentType: string): Promise<Exchange> {
    const { url, headers, patienceMs } = this.#target;
    const began = performance.now();
    const sent = { action, request };
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": contentType,
          "x-call-id": `conformance-${this.#run}-${this.#call}`,
          ...headers,
        },
        body: request,
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      return {
        ...sent,
        status: response.status,
        contentType: response.headers.get("content-type") ?? "",
        cacheControl: response.headers.get("cache-control") ?? "",
        text,
        body: parsed(text),
        milliseconds: performance.now() - began,
      };
    } catch (error) {
      const { message, cause } = error as Error;
      const text = cause instanceof Error ? `${message}: ${cause.message}` : message;
      const milliseconds = performance.now() - began;
      return {
        ...sent,
        status: undefined,
        contentType: "",
        cacheControl: "",
        text,
        body: undefined,
        milliseconds,
      };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Neither a refusal nor, for a key that hears of refusals with status 200, a problem in the place of an answer. */
export function isAnswer({ status, body }: Exchange): boolean {
  return (
    status !== undefined && status >= 200 && status < 300 && body !== undefined && codeOf(body) === undefined
  );
}

/** The stable name of what went wrong. */
export function codeOf(body: unknown): string | undefined {
  return memberOf(body, "code");
}

/** A member that is a text; undefined for any other, and for an empty one. */
export function memberOf(body: unknown, name: string): string | undefined {
  const value = anyMember(body, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A member that is a list; empty for any other. */
export function listOf(body: unknown, name: string): readonly unknown[] {
  const value = anyMember(body, name);
  return Array.isArray(value) ? value : [];
}

function anyMember(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}
