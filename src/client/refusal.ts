import type { Problem, Slot } from "../protocol/index.ts";

/** The server has answered that it will not. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** HTTP. */
  readonly status: number;
  /** Stable, in snake_case; "unknown" of a server that has none. */
  readonly code: string;
  /** One sentence that can be said to the caller. */
  readonly speech: string | undefined;
  readonly retryable: boolean;
  /** Such as `booker.email`. */
  readonly missing: readonly string[];
  /** Free starts that can be booked as they are. */
  readonly alternatives: readonly Slot[];

  constructor(action: string, status: number, problem: Problem) {
    const { code = "unknown", title = `status ${status}`, issues = [] } = problem;
    const details = issues.map(({ path, message }) => `; ${path}: ${message}`).join("");
    super(`${action} was refused (${code}): ${title}${details}`);
    this.status = status;
    this.code = code;
    this.speech = problem.speech;
    this.retryable = problem.retryable ?? false;
    this.missing = problem.missing ?? [];
    this.alternatives = problem.alternatives ?? [];
  }
}

/** Nothing that could be read came back, however often it was asked. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}
