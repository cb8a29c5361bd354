import type { FastifyReply } from "fastify";
import type { Language } from "../scheduling/configuration.ts";
import { type ProblemCode, type ProblemDetails, problem } from "./problems.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Nobody knows yet whose caller it is. */
const LANGUAGE_OF_STRANGERS: Language = "de";

/** A problem as strangers are answered; the status and what helps a client to go on are in it. */
export function problemOfStrangers(code: ProblemCode, details?: ProblemDetails): ReturnType<typeof problem> {
  return problem(code, LANGUAGE_OF_STRANGERS, details);
}

export function sendProblem(reply: FastifyReply, code: ProblemCode, details?: ProblemDetails): FastifyReply {
  const value = problemOfStrangers(code, details);
  return reply
    .code(value.status)
    .header("cache-control", "no-store")
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(value));
}
