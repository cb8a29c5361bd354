import { setTimeout as wait } from "node:timers/promises";
import sse from "@fastify/sse";
import type { FastifyInstance } from "fastify";
import { StoreUnavailable } from "../store/store.ts";
import { type AdmitOptions, admitStaff } from "./admit-staff.ts";
import { configurationTag } from "./configuration-edit.ts";
import { staffProblem } from "./problems.ts";
import type { StaffApi } from "./route.ts";
import { sendStaffProblem } from "./send-staff-problem.ts";

/** At once, to the eye; looking costs a comparison in memory. */
const LOOK_EVERY_MS = 200;
/** Where the store cannot tell, behind a pooler: the app asks again that often. */
const ASK_ANEW_EVERY_MS = 5_000;
/** The call log is written four times a second. */
const LOOK_FOR_CALLS_EVERY_MS = 1_000;
/** Whoever loses a role is let go soon. */
const ADMIT_ANEW_EVERY_MS = 30_000;

/** Of `@fastify/sse`: its word that the other side is gone can come before its event. */
const CONNECTION_CLOSED = "FST_ERR_SSE_CONNECTION_CLOSED";

/** `GET /api/v1/live`: says what has changed (`bookings`, `clients`, `configuration`, `calls`), never what it is now. */
export function liveRoutes(app: FastifyInstance, options: StaffApi & AdmitOptions): void {
  const { desk, callLog, onFault } = options;
  app.register(async (scope) => {
    await scope.register(sse.default, { heartbeatInterval: 15_000 });
    const listeners = new Set<() => void>();
    // Otherwise a browser that listens would keep the server from ending.
    scope.addHook("preClose", async () => {
      for (const close of listeners) close();
    });
    scope.get("/api/v1/live", { sse: "manual" }, async (request, reply) => {
      const admitted = await admitStaff(request, options).catch((error) => {
        onFault(error);
        const code = error instanceof StoreUnavailable ? "unavailable" : "internal_error";
        return { ok: false as const, problem: staffProblem(code) };
      });
      if (!admitted.ok) return sendStaffProblem(reply, admitted.problem);
      const { accountId } = admitted.staff;
      let isOpen = true;
      const close = () => reply.sse.close();
      listeners.add(close);
      reply.sse.onClose(() => {
        isOpen = false;
        listeners.delete(close);
      });
      const lookAtCalls = async () => (await callLog.calls({ most: 1, accountId })).at(-1)?.number;
      const lookAtConfiguration = async () => {
        const [first] = await desk.store.entityIds(accountId);
        return first === undefined ? 0 : (await desk.store.business(accountId, first))?.version;
      };
      let bookings = desk.store.bookingsNews(accountId);
      let clients = desk.store.clientsNews(accountId);
      let configuration = await lookAtConfiguration();
      let calls = await lookAtCalls();
      const begunAt = desk.now();
      let [askedAt, cardsAskedAt, callsAt, admittedAt] = [begunAt, begunAt, begunAt, begunAt];
      const say = async (event: string, data = {}) => {
        try {
          await reply.sse.send({ event, data });
        } catch (error) {
          // Who has just closed the page is no fault, and is told nothing more.
          if ((error as { code?: string }).code !== CONNECTION_CLOSED) throw error;
          isOpen = false;
        }
      };
      // The tag of the configuration: who has read that version needs no other.
      await say(
        "hello",
        configuration === undefined ? {} : { configuration: configurationTag(configuration) },
      );
      while (isOpen) {
        await wait(LOOK_EVERY_MS, undefined, { ref: false });
        if (!isOpen) return;
        try {
          const now = desk.now();
          const news = desk.store.bookingsNews(accountId);
          if (news === undefined ? hasPassed(ASK_ANEW_EVERY_MS, askedAt, now) : news !== bookings) {
            askedAt = now;
            bookings = news;
            await say("bookings");
          }
          const cards = desk.store.clientsNews(accountId);
          if (cards === undefined ? hasPassed(ASK_ANEW_EVERY_MS, cardsAskedAt, now) : cards !== clients) {
            cardsAskedAt = now;
            clients = cards;
            await say("clients");
          }
          const version = await lookAtConfiguration();
          if (version !== configuration) {
            configuration = version;
            await say("configuration");
          }
          if (hasPassed(LOOK_FOR_CALLS_EVERY_MS, callsAt, now)) {
            callsAt = now;
            const newest = await lookAtCalls();
            if (newest !== calls) {
              calls = newest;
              await say("calls");
            }
          }
          if (hasPassed(ADMIT_ANEW_EVERY_MS, admittedAt, now)) {
            admittedAt = now;
            if (!(await admitStaff(request, options)).ok) return reply.sse.close();
          }
        } catch (error) {
          // The browser connects again, and hears what it has missed by asking anew.
          if (isOpen) onFault(error);
          return reply.sse.close();
        }
      }
    });
  });
}

/** Also when the clock was set back. */
function hasPassed(milliseconds: number, since: number, now: number): boolean {
  return Math.abs(now - since) > milliseconds;
}
