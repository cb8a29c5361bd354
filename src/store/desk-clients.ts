import type { Client } from "../identity/client.ts";
import type { Minute } from "../scheduling/range.ts";
import type { EpochMilliseconds, StoredClient } from "./records.ts";

/** A card as the desk sees it. */
export interface DeskClient extends Client {
  /** Of the people at the desk; callers never hear it. */
  readonly note: string | null;
  readonly createdAt: EpochMilliseconds;
  readonly updatedAt: EpochMilliseconds;
  readonly erasedAt: EpochMilliseconds | null;
}

export interface ClientsPage {
  /** In the order of names, those without a name first; after this card. */
  readonly after?: Pick<Client, "id" | "firstname" | "lastname"> | undefined;
  readonly most: number;
}

export interface Beginnings {
  /** Folded as in `ClientKeys`. */
  readonly names: readonly string[];
  /** E.164, not whole. */
  readonly phone?: string | undefined;
}

export interface ClientChange {
  readonly before: DeskClient;
  readonly after: StoredClient & Pick<DeskClient, "note">;
  readonly at: EpochMilliseconds;
}

export interface Erasing {
  readonly at: EpochMilliseconds;
  readonly unlessFrom: Minute;
}

export interface SaidInBooking {
  readonly bookingId: string;
  /** As it was heard; in other bookings the same person may have said something else. */
  readonly said: object;
}

export interface GoneClient {
  readonly id: string;
  /** The card that it is a part of now; null when it was erased. */
  readonly mergedInto: string | null;
}

/** A client as a list of calls names it. */
export type CallClient = Pick<DeskClient, "id" | "firstname" | "lastname">;

export interface ClientsOfCalls {
  /** By call: those who come to bookings that it made, moved or cancelled, each once, soonest start first. */
  readonly booked: ReadonlyMap<string, readonly CallClient[]>;
  /** By the id that was asked for: its card; where it was merged into another one, that. */
  readonly known: ReadonlyMap<string, CallClient>;
}

export interface DeskClients {
  /** The card of that id; where it was merged into another one, that. */
  deskClient(accountId: string, clientId: string): Promise<DeskClient | undefined>;
  deskClients(accountId: string, page: ClientsPage): Promise<DeskClient[]>;
  /** The cards of those ids, in that order, without those that are merged, erased or not there. */
  deskClientsOf(accountId: string, clientIds: readonly string[]): Promise<DeskClient[]>;
  /** Whom telephone calls were about, together with the cards of those ids, all in one statement; nobody who was erased. */
  clientsOfCalls(
    accountId: string,
    query: { readonly callIds: readonly string[]; readonly clientIds: readonly string[] },
  ): Promise<ClientsOfCalls>;
  /** How many cards there are. */
  countClients(accountId: string): Promise<number>;
  /** Cards of which a name, or the number, begins with one of these as keys have it; a few more than do. */
  clientsBeginning(accountId: string, beginnings: Beginnings, most: number): Promise<DeskClient[]>;
  /** False when the card has changed meanwhile. */
  changeClient(accountId: string, change: ClientChange): Promise<boolean>;
  /**
   * Leaves of the card its id: what it said, what was said in its bookings, their notes, its keys and its PIN are gone, also
   * of cards that were merged into it. Bookings stay. False, and nothing is erased, when one of them is confirmed and
   * starts at or after `unlessFrom`.
   */
  eraseClient(accountId: string, clientId: string, erasing: Erasing): Promise<boolean>;
  /** What was said of the client when bookings were made, by their ids, those made first first. */
  saidOfClient(accountId: string, clientId: string): Promise<SaidInBooking[]>;
  /** Ids that files may still hold, though their cards are no more. */
  goneClients(accountId: string): Promise<GoneClient[]>;
}
