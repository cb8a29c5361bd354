import {
  type ActionName,
  type AppointmentType,
  type ListedBooking,
  type Problem,
  USER_FIELDS,
  type User,
  type UserField,
} from "../protocol/index.ts";
import { hearTime, lose } from "./negotiate-slot.ts";
import { saidDetails } from "./said-details.ts";
import type { Details, Heard, Negotiation, Surroundings } from "./step.ts";

/** An appointment to cancel, to move or to be told: whose it is, which it is, and to when. */
export interface ChangeTask extends Negotiation {
  readonly kind: "cancel" | "move" | "look up";
  /** What the caller said when they said what they want. */
  readonly opening: string;
  /** What the caller has said about themselves. */
  caller: Details;
  /** Not found by the name that was heard; how often they have been asked to say it otherwise. */
  spellings: number;
  clients?: readonly User[] | undefined;
  /** What the server wants to hear before it tells about bookings. */
  proofs?: readonly UserField[] | undefined;
  bookings?: readonly ListedBooking[] | undefined;
  bookingId?: string | undefined;
  /** For a server that does not say of what type a booking is. */
  types?:
    | readonly (AppointmentType & { readonly products: readonly { readonly id: string }[] })[]
    | undefined;
  isConfirmed: boolean;
  outcome?: "cancelled" | "moved" | "kept" | undefined;
}

/** `known`: what the caller has told about themselves in this call. */
export function newChange(
  kind: ChangeTask["kind"],
  opening: string,
  known: Details,
  surroundings: Surroundings,
): ChangeTask {
  const { words } = surroundings.texts;
  const task: ChangeTask = {
    kind,
    opening,
    caller: { ...known, ...saidDetails(opening, words, surroundings) },
    spellings: 0,
    isConfirmed: false,
  };
  const to = kind === "move" ? words.movedTo.exec(opening)?.[1] : undefined;
  if (to !== undefined) hearTime(task, to, surroundings);
  return task;
}

/** Which member an answer of the webhook becomes. */
const RECEIVED = {
  findExistingUser: "clients",
  findExistingBooking: "bookings",
  getAppointmentTypesWithProducts: "types",
  getSlots: "slots",
} as const satisfies Partial<Record<ActionName, keyof ChangeTask>>;

export function receiveForChange(task: ChangeTask, action: ActionName, body: unknown): void {
  if (action === "cancelAppointment") task.outcome = "cancelled";
  else if (action === "modifyAppointment") task.outcome = "moved";
  else if (action in RECEIVED) Object.assign(task, { [RECEIVED[action as keyof typeof RECEIVED]]: body });
}

export function refusedForChange(task: ChangeTask, { code, missing, alternatives }: Problem): Heard {
  if (code === "slot_taken" || code === "slot_not_offered") {
    task.isConfirmed = false;
    lose(task, alternatives);
    return "understood";
  }
  if (code === "missing_information" && task.proofs === undefined && missing !== undefined) {
    const fields = missing.map((one) => one.replace("participant.", ""));
    task.proofs = USER_FIELDS.filter((field) => fields.includes(field)).slice(0, 1);
    // Asked aloud, and looked up again with the answer.
    for (const field of task.proofs) delete task.caller[field];
    return task.proofs.length === 0 ? "not understood" : "understood";
  }
  if (code === "too_broad") {
    delete task.caller.lastname;
    task.spellings += 1;
    return "understood";
  }
  return "not understood";
}
