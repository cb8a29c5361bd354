import { send } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { accountQuery, queryClient } from "../../api/queries.ts";
import { type Owner, patchOf, type SpecialDay } from "./special-day.ts";

/** Puts one special day in the place of another, in what the server has now. Throws what it refuses. */
export async function saveDay(
  owner: Owner,
  before: SpecialDay | undefined,
  after: SpecialDay | undefined,
): Promise<void> {
  const account = queryClient.getQueryData(accountQuery.queryKey);
  const entity = account?.data.entities.find(({ id }) => id === owner.entity.id) ?? owner.entity;
  const agent = entity.agents.find(({ id }) => id === owner.agent?.id) ?? owner.agent;
  const path = agent === undefined ? `/entities/${entity.id}` : `/agents/${agent.id}`;
  const patch = patchOf({ entity, agent }, before, after);
  const { timeOff } = patch;
  // Absences alone those at the desk may change as well.
  const isAbsence = agent !== undefined && timeOff !== undefined && patch.overrides === undefined;
  const ifMatch = account?.etag ?? "*";
  try {
    if (isAbsence) await send(`${path}/absences`, { method: "PUT", body: { items: timeOff }, ifMatch });
    else await send(path, { method: "PATCH", body: patch, ifMatch });
  } catch (error) {
    if (isProblem(error, "changed_meanwhile"))
      await queryClient.invalidateQueries({ queryKey: accountQuery.queryKey });
    throw error;
  }
  await Promise.all(
    ["account", "availability"].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
