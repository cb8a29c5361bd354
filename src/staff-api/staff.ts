import type { Caller } from "../booking/desk.ts";
import type { Role } from "../store/members.ts";
import type { Actor } from "../store/store.ts";

/** Who may call a route: a member by role, or a script with a key of scope `staff`. */
export type Access = Role | "script";

/** Who has asked. */
export interface Staff {
  readonly access: Access;
  readonly accountId: string;
  /** Of the person or of the key. */
  readonly id: string;
  /** Of the role agent: the only calendar in reach. */
  readonly agentId: string | null;
}

export const EVERYBODY: readonly Access[] = ["owner", "desk", "agent", "readonly", "script"];
/** Who makes and changes bookings. */
export const BOOKERS: readonly Access[] = ["owner", "desk", "agent", "script"];
export const DESK: readonly Access[] = ["owner", "desk", "script"];
export const OWNERS: readonly Access[] = ["owner", "script"];
/** What a script must not do: give others access. */
export const OWNER_IN_PERSON: readonly Access[] = ["owner"];

/** Whose doing it is: what a script does is its key's. */
export function actorOf({ access, id }: Pick<Staff, "access" | "id">): Actor {
  return { kind: access === "script" ? "key" : "person", id };
}

/** On whose behalf the use cases run. */
export function callerOf(staff: Staff): Caller {
  return { accountId: staff.accountId, entityIds: null, actor: actorOf(staff), isStaff: true };
}

/** Whether that calendar is in reach. */
export function reachesAgent(staff: Staff, agentId: string): boolean {
  return staff.access !== "agent" || staff.agentId === agentId;
}
