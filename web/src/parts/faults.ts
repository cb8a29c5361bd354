import { isProblem } from "../api/problem.ts";

/** By the first part of its path what the server says of a field. */
export type Faults = Readonly<Record<string, string>>;

/** What is wrong with which field; empty where the server refused for another reason. */
export function faultsOf(error: unknown): Faults {
  if (!isProblem(error, "invalid_request")) return {};
  const { issues = [] } = error.problem;
  return Object.fromEntries(
    issues.toReversed().map(({ path, message }) => [/^\w*/.exec(path)?.[0] ?? "", message]),
  );
}
