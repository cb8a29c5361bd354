import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { type StaffProblem, staffProblem } from "./problems.ts";

export function sendStaffProblem(reply: FastifyReply, problem: StaffProblem): FastifyReply {
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}

/** Answers a request whose body was not even read. */
export function unreadHandler(onFault: (error: unknown) => void) {
  return (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onFault(error);
    const code = status === 413 ? "payload_too_large" : status < 500 ? "malformed_json" : "internal_error";
    sendStaffProblem(reply, staffProblem(code));
  };
}
