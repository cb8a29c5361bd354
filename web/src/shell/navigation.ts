import type { Me } from "../../../src/staff-api/wire-types.ts";
import type { IconName } from "../parts/icon.tsx";

type Access = Me["access"];

export interface Place {
  readonly to: string;
  readonly name:
    | "calendar"
    | "setup"
    | "clients"
    | "calls"
    | "statistics"
    | "why"
    | "services"
    | "team"
    | "rooms"
    | "hours"
    | "numbers"
    | "keys"
    | "people"
    | "audit";
  readonly icon: IconName;
  readonly group: "day" | "set";
  /** Who sees it; what the server lets them do there is its own to say. */
  readonly access: readonly Access[];
}

const ALL: readonly Access[] = ["owner", "desk", "agent", "readonly"];
const DESK: readonly Access[] = ["owner", "desk"];
const OWNER: readonly Access[] = ["owner"];

export const PLACES: readonly Place[] = [
  { to: "/", name: "calendar", icon: "calendar", group: "day", access: ALL },
  { to: "/clients", name: "clients", icon: "people", group: "day", access: ["owner", "desk", "agent"] },
  { to: "/calls", name: "calls", icon: "phone", group: "day", access: DESK },
  { to: "/why", name: "why", icon: "question", group: "day", access: ALL },
  { to: "/statistics", name: "statistics", icon: "chart", group: "day", access: DESK },
  // While callers cannot book yet.
  { to: "/setup", name: "setup", icon: "list", group: "set", access: OWNER },
  { to: "/services", name: "services", icon: "tag", group: "set", access: OWNER },
  { to: "/team", name: "team", icon: "team", group: "set", access: OWNER },
  { to: "/rooms", name: "rooms", icon: "door", group: "set", access: OWNER },
  { to: "/hours", name: "hours", icon: "clock", group: "set", access: OWNER },
  { to: "/numbers", name: "numbers", icon: "phone", group: "set", access: OWNER },
  { to: "/keys", name: "keys", icon: "key", group: "set", access: OWNER },
  { to: "/people", name: "people", icon: "people", group: "set", access: OWNER },
  { to: "/audit", name: "audit", icon: "history", group: "set", access: OWNER },
];
