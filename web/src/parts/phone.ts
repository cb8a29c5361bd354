import type { Booking } from "../../../src/staff-api/wire-types.ts";

/** For `tel:` and `sms:`: of the number as it is kept, which works from everywhere, not of the one that is shown. */
export function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, "");
}

/** Whom one calls about an appointment: who attends, or else who booked it. */
export function phoneOf({ participant, booker }: Booking): { shown: string; dialled: string } | undefined {
  const { phone, phoneShown } = participant.phone === null ? booker : participant;
  return phone === null ? undefined : { shown: phoneShown ?? phone, dialled: dialled(phone) };
}
