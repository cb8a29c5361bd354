import type { WebhookClient } from "./webhook-client.ts";

/** Somebody who calls: known by names and phone, as most callers are. */
export interface Caller {
  readonly firstname: string;
  readonly lastname: string;
  readonly phone: string;
}

let callers = 0;

/** Somebody who has never called before. */
export function newCaller(): Caller {
  callers += 1;
  return {
    firstname: "Erika",
    lastname: `Anruferin${callers}`,
    phone: `+49 341 9${String(callers).padStart(6, "0")}`,
  };
}

export function newCallers(count: number): Caller[] {
  return Array.from({ length: count }, newCaller);
}

/** What a voice bot that identifies the caller is told of their future bookings; they must have exactly one card. */
export async function bookingsOf(
  bot: WebhookClient,
  { firstname, lastname, phone }: Caller,
): Promise<{ bookingId: string; slotId: string; start: string }[]> {
  const clients = await bot.must("findExistingUser", { participant: { firstname, lastname, phone } });
  if (clients.length !== 1) throw new Error(`${lastname} has ${clients.length} cards`);
  return await bot.must("findExistingBooking", { id: clients[0].id });
}

/** Numbers in [0, 1) that are the same in every run (mulberry32): a race that failed can be run again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
