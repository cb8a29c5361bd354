import type { LoginChange } from "../login/login.ts";
import type { Store } from "../store/store.ts";
import type { StaffApi, StaffRequest } from "./route.ts";
import { actorOf } from "./staff.ts";

/**
 * Keeps who has done what, by names and ids; what somebody's data was is never part of it. What may be recorded again, after
 * a crash, says as which entry: one that is there stays.
 */
export async function audit(
  { api, staff }: Pick<StaffRequest<unknown, unknown, unknown>, "api" | "staff">,
  action: string,
  subjectId: string | null,
  detail: Readonly<Record<string, unknown>> = {},
  entry: { readonly id: string; readonly at: number } = { id: api.newId("au"), at: api.desk.now() },
): Promise<void> {
  await api.desk.store.recordAudit({
    accountId: staff.accountId,
    ...entry,
    actor: actorOf(staff),
    action,
    subjectId,
    detail,
  });
}

/** Keeps what has become of somebody's login in each business that it opens. */
export async function auditLogin(
  {
    store,
    now,
    newId,
  }: { readonly store: Store; readonly now: () => number; readonly newId: StaffApi["newId"] },
  userId: string,
  change: LoginChange,
): Promise<void> {
  for (const { accountId } of await store.memberships(userId)) {
    await store.recordAudit({
      accountId,
      id: newId("au"),
      at: now(),
      actor: { kind: "person", id: userId },
      action: `login.${change}`,
      subjectId: userId,
      detail: {},
    });
  }
}
