import type { Booking, WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import { addMinutes, localOf } from "../../time.ts";
import type { ExplainedAgent } from "./fold-starts.ts";

type Absence = WorkingTime["agents"][number]["absences"][number];

/**
 * The server names one reason for each start, and "too soon" before the others. Where somebody is absent or has an
 * appointment anyway, that is the reason: a shorter notice would not free the time.
 */
export function mendReasons(
  agent: ExplainedAgent,
  {
    absences,
    bookings,
    minutes,
  }: {
    readonly absences: readonly Absence[];
    readonly bookings: readonly Booking[];
    readonly minutes: number;
  },
): ExplainedAgent {
  const own = bookings.filter(({ agentId, status }) => agentId === agent.agentId && status === "confirmed");
  return {
    ...agent,
    starts: agent.starts.map((start) => {
      if (start.rule !== "too_soon") return start;
      const from = localOf(start.start);
      const to = addMinutes(from, minutes);
      const isIn = (span: { readonly start: string; readonly end: string }) =>
        localOf(span.start) < to && from < localOf(span.end);
      const absence = absences.find(isIn);
      if (absence !== undefined) {
        const { kind, reason } = absence;
        return { ...start, rule: "absent", absence: kind, ...(reason === null ? {} : { reason }) };
      }
      const booking = own.find(isIn);
      return booking === undefined ? start : { ...start, rule: "agent_busy", bookingId: booking.id };
    }),
  };
}
