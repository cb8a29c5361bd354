import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { Choice } from "./choices.ts";

/** Rules that say when callers may book; the desk has decided otherwise. */
const FOR_CALLERS = ["too_soon", "too_far", "off_grid"];

/** Does what was chosen with the booking; throws what the server refuses. */
export async function carryOut(booking: Booking, choice: Choice): Promise<void> {
  const post = (verb: string, body?: object) =>
    send(`/bookings/${booking.id}/${verb}`, { method: "POST", body, ifMatch: `"${booking.version}"` });
  if (choice.kind === "keep") return;
  if (choice.kind === "cancel") {
    await post("cancel");
    return;
  }
  const wish = choice.kind === "move" ? { start: choice.time.start } : { agentId: choice.agentId };
  try {
    await post("move", wish);
  } catch (error) {
    const isForCallers = error instanceof ApiProblem && FOR_CALLERS.includes(error.problem.rule ?? "");
    if (!isForCallers) throw error;
    await post("move", { ...wish, overrule: true });
  }
}
