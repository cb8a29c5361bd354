import type { Booking } from "../../../src/staff-api/wire-types.ts";

/** Whom one calls about an appointment: who attends, or else who booked it. `dialled` is for `tel:` and `sms:`. */
export function phoneOf({ participant, booker }: Booking): { shown: string; dialled: string } | undefined {
  const { phoneShown, phoneDialled } = participant.phoneDialled === null ? booker : participant;
  return phoneShown === null || phoneDialled === null
    ? undefined
    : { shown: phoneShown, dialled: phoneDialled };
}
