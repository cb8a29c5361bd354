import type { StaffRequest } from "./route.ts";
import { actorOf } from "./staff.ts";

/** Keeps who has done what, by names and ids; what somebody's data was is never part of it. */
export async function audit(
  { api, staff }: Pick<StaffRequest<unknown, unknown, unknown>, "api" | "staff">,
  action: string,
  subjectId: string | null,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await api.desk.store.recordAudit({
    accountId: staff.accountId,
    id: api.newId("au"),
    at: api.desk.now(),
    actor: actorOf(staff),
    action,
    subjectId,
    detail,
  });
}
