import { RULES, type Rule, type RuleId } from "./rules.ts";

/** A request and what came of it. */
export interface Exchange {
  /** "malformed" when it was none of the 13. */
  readonly action: string;
  /** As it was sent. */
  readonly request: string;
  /** Undefined: no answer came; `text` then says why. */
  readonly status: number | undefined;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly body: unknown;
  readonly milliseconds: number;
}

export interface Failure {
  readonly expected: string;
  readonly exchange: Exchange | undefined;
}

export interface RuleResult {
  readonly rule: Rule;
  readonly outcome: "passed" | "failed" | "skipped";
  /** How often it was looked at. */
  readonly checks: number;
  /** The first ones. */
  readonly failures: readonly Failure[];
  /** Of a skipped one. */
  readonly why?: string;
}

const MOST_SHOWN = 3;

/** What was found out so far, rule by rule. */
export class Findings {
  readonly #checks = new Map<RuleId, number>();
  readonly #failures = new Map<RuleId, Failure[]>();
  readonly #skipped = new Map<RuleId, string>();

  /** Returns `holds`. `expected` says what should have been, with the values of this case. */
  check(id: RuleId, holds: boolean, expected: string, exchange?: Exchange): boolean {
    this.#checks.set(id, (this.#checks.get(id) ?? 0) + 1);
    if (!holds) this.#failures.set(id, [...(this.#failures.get(id) ?? []), { expected, exchange }]);
    return holds;
  }

  /** Why these were not looked at; what was looked at elsewhere keeps its result. */
  skip(ids: readonly RuleId[], why: string): void {
    for (const id of ids) if (!this.#skipped.has(id)) this.#skipped.set(id, why);
  }

  hasFailed(id: RuleId): boolean {
    return this.#failures.has(id);
  }

  results(): readonly RuleResult[] {
    return RULES.map((rule) => {
      const checks = this.#checks.get(rule.id) ?? 0;
      const failures = (this.#failures.get(rule.id) ?? []).slice(0, MOST_SHOWN);
      if (checks > 0) return { rule, outcome: failures.length > 0 ? "failed" : "passed", checks, failures };
      const why = this.#skipped.get(rule.id) ?? "what comes before it failed";
      return { rule, outcome: "skipped", checks, failures, why };
    });
  }
}
