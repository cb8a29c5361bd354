import type { FastifyReply } from "fastify";
import type { StaffProblem } from "./problems.ts";

export function sendStaffProblem(reply: FastifyReply, problem: StaffProblem): FastifyReply {
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}
