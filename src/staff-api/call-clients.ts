import { z } from "zod";
import type { KeptCall } from "../store/call-log.ts";
import type { CallClient } from "../store/desk-clients.ts";
import type { StaffApi } from "./route.ts";

/** Whom calls were about, from what was booked in them and from ids that the call log keeps: names are in no log. */

export const callClientForm = z.object({
  id: z.string(),
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
  knownBy: z.enum(["booking", "details", "phone"]).meta({
    description:
      "`booking`: comes to one that the call made, moved or cancelled. `details`: the one client whom what the caller said " +
      "fits. `phone`: the one client with that number, who need not have called",
  }),
});

/** With the clients of each call; one statement for all. */
export async function clientsOf<Call extends { readonly steps: readonly KeptCall[] }>(
  { desk }: StaffApi,
  accountId: string,
  calls: readonly Call[],
): Promise<(calls: Call) => z.output<typeof callClientForm>[]> {
  const found = new Map(calls.map((call) => [call, foundIn(call.steps)]));
  const { booked, known } = await desk.store.clientsOfCalls(accountId, {
    callIds: calls.flatMap(({ steps }) => steps[0]!.callId ?? []),
    clientIds: [...found.values()].flatMap(({ byDetails, byPhone }) => [...byDetails, ...byPhone]),
  });
  return (call) => {
    const ofBookings = booked.get(call.steps[0]!.callId ?? "") ?? [];
    if (ofBookings.length > 0) return ofBookings.map((client) => ({ ...client, knownBy: "booking" }));
    const { byDetails, byPhone } = found.get(call)!;
    const cards = (ids: ReadonlySet<string>) =>
      [...new Map([...ids].map((id) => [known.get(id)?.id ?? id, known.get(id)])).values()] as const;
    // A card that is gone counts: of two whom a call found, the other one is no surer for it.
    if (byDetails.size > 0) return onlyOne(cards(byDetails), "details");
    return onlyOne(cards(byPhone), "phone");
  };
}

function onlyOne<Way extends "details" | "phone">(
  [client, ...others]: readonly (CallClient | undefined)[],
  knownBy: Way,
): (CallClient & { knownBy: Way })[] {
  return client === undefined || others.length > 0 ? [] : [{ ...client, knownBy }];
}

/** What says who somebody is: a family shares a number and a mail address. */
const OF_ONE_PERSON = ["id", "firstname", "lastname", "lastlame", "dob"];

/** Clients who were a look-up's only answer, by what was said. */
function foundIn(steps: readonly KeptCall[]) {
  const byDetails = new Set<string>();
  const byPhone = new Set<string>();
  for (const { action, outcome, request, answer } of steps) {
    if (action !== "findExistingUser" || outcome !== "ok") continue;
    const users = parsed(answer);
    const id = Array.isArray(users) && users.length === 1 ? memberOf(users[0], "id") : undefined;
    if (typeof id !== "string") continue;
    const members = parsed(request);
    const said = ["participant", "user", "booker"]
      .map((member) => memberOf(members, member))
      .find((one) => one != null);
    const isSaid = (name: string) => (memberOf(said, name) ?? "") !== "";
    if (OF_ONE_PERSON.some(isSaid)) byDetails.add(id);
    else if (isSaid("phone") && !isSaid("email")) byPhone.add(id);
  }
  return { byDetails, byPhone };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What the call log keeps as text; the text where it is no JSON. */
export function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}
