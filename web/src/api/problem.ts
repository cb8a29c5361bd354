import type { Problem } from "../../../src/staff-api/wire-types.ts";

/** What the server refused, as it said it; or that it could not be reached. */
export class ApiProblem extends Error {
  readonly problem: Omit<Partial<Problem>, "code" | "status"> & {
    readonly code: Problem["code"] | "unreachable";
    readonly status: number;
  };

  constructor(problem: ApiProblem["problem"]) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.problem = problem;
  }

  get code(): ApiProblem["problem"]["code"] {
    return this.problem.code;
  }
}

export function isProblem(error: unknown, code: ApiProblem["problem"]["code"]): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
