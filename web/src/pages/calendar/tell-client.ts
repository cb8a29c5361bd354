import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { sharedValue } from "../../parts/shared-value.ts";

export interface Telling {
  readonly booking: Booking;
  readonly about: "moved" | "cancelled";
  /** Somebody else does it now. */
  readonly isWithOther: boolean;
}

const telling = sharedValue<Telling | undefined>(undefined);

export const useTelling = telling.use;

/** Opens what helps to tell a client of a change. Needs `TellClientModal` on the page. */
export function tellClient(what: Telling): void {
  telling.set(what);
}

export function stopTelling(): void {
  telling.set(undefined);
}
