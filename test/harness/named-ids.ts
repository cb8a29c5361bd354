import type { WebhookClient } from "./webhook-client.ts";

/** Real ids of one entity, each of which a request can name. Starts are the same in all entities. */
export interface Ids {
  readonly entityId: string;
  readonly sipId: string;
  readonly appointmentTypeId: string;
  readonly productId: string;
  readonly agentId: string;
  readonly clientId: string;
  readonly freeSlotId: string;
  readonly bookingId: string;
  readonly bookedSlotId: string;
  readonly bookingToMoveId: string;
  readonly slotIdToMove: string;
  readonly targetSlotId: string;
}

export const DATE = "2026-12-02";
export const STARTS = {
  free: `${DATE}T08:00:00.000+01:00`,
  booked: `${DATE}T09:00:00.000+01:00`,
  toMove: `${DATE}T10:00:00.000+01:00`,
  target: `${DATE}T11:00:00.000+01:00`,
};

/** Ids as well formed as real ones, of nothing that ever was. */
export const NEVER: Ids = {
  entityId: "xyzBusinessEntityId9",
  sipId: "phoneSipId99999999",
  appointmentTypeId: "abc9",
  productId: "prId9",
  agentId: "agId9",
  clientId: "abcUserId9",
  freeSlotId: "AAABAAABAcdIxOa1v0lY3bEl",
  bookingId: "bk_999999999991",
  bookedSlotId: "AAABAAABAcdIxOa1v0lY3bEm",
  bookingToMoveId: "bk_999999999992",
  slotIdToMove: "AAABAAABAcdIxOa1v0lY3bEn",
  targetSlotId: "AAABAAABAcdIxOa1v0lY3bEo",
};

export interface Row {
  /** A request that is answered 200 to whose ids they are. */
  readonly request: (ids: Ids) => object;
  /** What each of its ids is answered when the key does not know it: a problem's code, or an empty list. */
  readonly unknown: Partial<Record<keyof Ids, string>>;
}

export const wishOf = ({ appointmentTypeId, productId }: Ids) => ({ appointmentTypeId, productId });
export const DETAILS = { firstname: "Max", lastname: "Mustermann", phone: "+49-341-1234567" };
export const bookFree = (ids: Ids) => ({ ...wishOf(ids), slotId: ids.freeSlotId, start: STARTS.free });

/** One row or more for each of the 13 actions. In one that names several people, each is tried for itself. */
export const ROWS: Readonly<Record<string, readonly Row[]>> = {
  getEntityForSipId: [{ request: ({ sipId }) => ({ sipId }), unknown: { sipId: "unknown_sip" } }],
  getBusinessName: [{ request: ({ entityId }) => ({ entityId }), unknown: { entityId: "unknown_entity" } }],
  getAppointmentTypes: [
    { request: ({ entityId }) => ({ entityId }), unknown: { entityId: "unknown_entity" } },
  ],
  getAgents: [
    {
      request: ({ appointmentTypeId }) => ({ appointmentTypeId }),
      unknown: { appointmentTypeId: "unknown_appointment_type" },
    },
  ],
  getProducts: [
    {
      request: ({ appointmentTypeId }) => ({ appointmentTypeId }),
      unknown: { appointmentTypeId: "unknown_appointment_type" },
    },
  ],
  getAppointmentTypesWithProducts: [
    { request: ({ entityId }) => ({ entityId }), unknown: { entityId: "unknown_entity" } },
  ],
  getSlots: [
    {
      request: (ids) => ({ ...wishOf(ids), agentId: ids.agentId, dateTime: DATE, timezone: "Europe/Berlin" }),
      unknown: {
        appointmentTypeId: "unknown_appointment_type",
        productId: "unknown_product",
        agentId: "unknown_agent",
      },
    },
    {
      request: (ids) => ({ ...wishOf(ids), dateTime: DATE, bookingId: ids.bookingId }),
      unknown: { bookingId: "unknown_booking" },
    },
  ],
  getRequiredInfo: [
    { request: ({ productId }) => ({ productId }), unknown: { productId: "unknown_product" } },
  ],
  bookAppointment: [
    {
      request: (ids) => ({ ...bookFree(ids), booker: DETAILS }),
      unknown: {
        appointmentTypeId: "unknown_appointment_type",
        productId: "unknown_product",
        freeSlotId: "unknown_slot",
      },
    },
    {
      request: (ids) => ({ ...bookFree(ids), booker: { ...DETAILS, id: ids.clientId } }),
      unknown: { clientId: "unknown_client" },
    },
    {
      request: (ids) => ({ ...bookFree(ids), booker: DETAILS, participant: { id: ids.clientId } }),
      unknown: { clientId: "unknown_client" },
    },
  ],
  findExistingUser: ["participant", "user", "booker"].flatMap((member) => [
    { request: ({ clientId }) => ({ [member]: { id: clientId } }), unknown: { clientId: "[]" } },
    { request: ({ clientId }) => ({ [member]: { ...DETAILS, id: clientId } }), unknown: { clientId: "[]" } },
  ]),
  findExistingBooking: [
    { request: ({ clientId }) => ({ id: clientId }), unknown: { clientId: "unknown_client" } },
  ],
  modifyAppointment: [
    {
      request: (ids) => ({
        bookingId: ids.bookingToMoveId,
        slotIdOld: ids.slotIdToMove,
        slotIdNew: ids.targetSlotId,
        start: STARTS.target,
      }),
      unknown: {
        bookingToMoveId: "unknown_booking",
        slotIdToMove: "slot_mismatch",
        targetSlotId: "unknown_slot",
      },
    },
  ],
  cancelAppointment: [
    {
      request: (ids) => ({ bookingId: ids.bookingId, slotId: ids.bookedSlotId, start: STARTS.booked }),
      unknown: { bookingId: "unknown_booking", bookedSlotId: "slot_mismatch" },
    },
  ],
};

export const CASES = Object.entries(ROWS).flatMap(([action, rows]) =>
  rows.map((row) => ({ action, ...row })),
);

/** Books what the rows need and returns all ids as the bot learns them. */
export async function idsOf(
  bot: WebhookClient,
  suffix: string,
  sipId: string,
  date = DATE,
  clientId = `abcUserId${suffix}`,
): Promise<Ids> {
  const { entityId } = await bot.must("getEntityForSipId", { sipId });
  const wish = { appointmentTypeId: `abc1${suffix}`, productId: `prId1${suffix}` };
  const agentId = `agId1${suffix}`;
  const slots = await bot.slots({ ...wish, agentId, dateTime: date });
  const slotIdAt = (start: string) =>
    slots.find((slot) => slot.slotStart === start.replace(DATE, date))!.avId;
  const book = (start: string) =>
    bot.must("bookAppointment", {
      ...wish,
      slotId: slotIdAt(start),
      start: start.replace(DATE, date),
      booker: { id: clientId },
    });
  const booked = await book(STARTS.booked);
  const toMove = await book(STARTS.toMove);
  return {
    entityId,
    sipId,
    ...wish,
    agentId,
    clientId,
    freeSlotId: slotIdAt(STARTS.free),
    bookingId: booked.bookingId,
    bookedSlotId: booked.slotId,
    bookingToMoveId: toMove.bookingId,
    slotIdToMove: toMove.slotId,
    targetSlotId: slotIdAt(STARTS.target),
  };
}
