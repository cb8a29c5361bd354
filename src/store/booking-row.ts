import type { BookingWithAgent } from "./store.ts";

const MS = 60_000;

/** A booking with its agent's name as the stores' hot statements select it: an array costs half of an object. */
export type BookingRow = [
  id: string,
  entityId: string,
  appointmentTypeId: string,
  productId: string,
  agentId: string,
  bookerId: string,
  participantId: string,
  slotId: string,
  name: string,
  startsAt: number,
  endsAt: number,
  status: "confirmed" | "cancelled",
  version: number,
  firstname: string,
  lastname: string,
];

export function bookingOf(row: BookingRow): BookingWithAgent {
  return {
    id: row[0],
    entityId: row[1],
    appointmentTypeId: row[2],
    productId: row[3],
    agentId: row[4],
    bookerId: row[5],
    participantId: row[6],
    slotId: row[7],
    name: row[8],
    start: row[9] / MS,
    end: row[10] / MS,
    status: row[11],
    version: row[12],
    agent: { id: row[4], firstname: row[13], lastname: row[14] },
  };
}
