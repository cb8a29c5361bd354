import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { localOf, minutesBetween } from "../../time.ts";
import type { Choice } from "./choices.ts";

/** Rules that say when callers may book; the desk has decided otherwise. */
const FOR_CALLERS = ["too_soon", "too_far", "off_grid"];

/** A booking as it was, and as it is. */
export interface Changed {
  readonly before: Booking;
  readonly after: Booking;
}

async function post({ id, version }: Booking, verb: string, body?: object): Promise<Booking> {
  const path = `/bookings/${id}/${verb}`;
  return (await send<Booking>(path, { method: "POST", body, ifMatch: `"${version}"` })).data;
}

/** Does what was chosen with the booking, and gives it as it is then; throws what the server refuses. */
export async function carryOut(booking: Booking, choice: Choice): Promise<Booking> {
  if (choice.kind === "keep") return booking;
  if (choice.kind === "cancel") return await post(booking, "cancel");
  const wish = choice.kind === "move" ? { start: choice.time.start } : { agentId: choice.agentId };
  try {
    return await post(booking, "move", wish);
  } catch (error) {
    const isForCallers = error instanceof ApiProblem && FOR_CALLERS.includes(error.problem.rule ?? "");
    if (!isForCallers) throw error;
    return await post(booking, "move", { ...wish, overrule: true });
  }
}

/** Makes them as they were; gives those that the server refuses, because something was done with them since. */
export async function takeBack(changed: readonly Changed[]): Promise<Booking[]> {
  const refused: Booking[] = [];
  for (const { before, after } of changed) {
    try {
      if (after.status === "cancelled") await post(after, "restore");
      else {
        const { agentId, start, end } = before;
        const was = { start: localOf(start), agentId, durationMinutes: minutesBetween(start, end) };
        await post(after, "move", { ...was, overrule: true });
      }
    } catch {
      refused.push(after);
    }
  }
  await refreshBookings();
  return refused;
}

export async function refreshBookings(): Promise<void> {
  await Promise.all(
    ["bookings", "booking", "client", "availability"].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}
