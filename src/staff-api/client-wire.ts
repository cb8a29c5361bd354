import { hash } from "node:crypto";
import { z } from "zod";
import { clientContext } from "../booking/client-context.ts";
import { CLIENT_FIELDS, type ClientField } from "../scheduling/configuration.ts";
import type { DeskBooking } from "../store/desk-bookings.ts";
import type { DeskClient } from "../store/desk-clients.ts";
import { bookingJson, NOBODYS, phoneMembers, type Whose, withPhoneForms } from "./booking-wire.ts";
import { refuse, type StaffAnswer, type StaffRequest } from "./route.ts";
import { callerOf } from "./staff.ts";
import { id, iso, time } from "./wire.ts";

/** A client's card on the wire, and what every route about one card begins with. */

export type Asked = StaffRequest<unknown, unknown, unknown>;

const members = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, z.string().nullable()])) as Record<
  ClientField,
  z.ZodNullable<z.ZodString>
>;

export const clientForm = z
  .object({
    id: z.string(),
    ...members,
    ...phoneMembers,
    note: z.string().nullable(),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: "Client" });

export const clientPath = z.object({ clientId: id });

export function clientJson(
  { erasedAt: _erased, createdAt, updatedAt, ...card }: DeskClient,
  country: string | undefined,
) {
  return { ...withPhoneForms(card, country), createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

export function clientTag(card: DeskClient): string {
  return `"${hash("sha256", JSON.stringify(card), "base64url").slice(0, 22)}"`;
}

export function isSeen({ hasSeen }: Asked, card: DeskClient): boolean {
  return hasSeen(clientTag(card));
}

/** In which phone numbers are dialled without a country code. */
export async function countryOf({ api, staff }: Asked): Promise<string | undefined> {
  return (await clientContext(api.desk, callerOf(staff))).country;
}

/** Undefined also where the client was erased. */
export async function cardOf({ api, staff }: Asked, clientId: string): Promise<DeskClient | undefined> {
  const card = await api.desk.store.deskClient(staff.accountId, clientId);
  return card?.erasedAt === null ? card : undefined;
}

export function unknownClient(): StaffAnswer {
  return refuse("not_found", { detail: "There is no such client." });
}

export async function bookingsJson({ api, staff }: Asked, rows: readonly DeskBooking[]) {
  const businesses = new Map<string, Whose>();
  for (const entityId of new Set(rows.map((row) => row.entityId))) {
    const business = await api.desk.store.business(staff.accountId, entityId);
    businesses.set(entityId, business ?? NOBODYS);
  }
  return rows.map((row) => bookingJson(row, businesses.get(row.entityId)!));
}
