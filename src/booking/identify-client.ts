import type { Client, ClientDetails, ClientKeys } from "../identity/client.ts";
import { clientKeys } from "../identity/client-keys.ts";
import { bestFits, hasSameName, isSamePerson } from "../identity/match.ts";
import type { Product } from "../scheduling/business.ts";
import { CLIENT_FIELDS, type ClientField } from "../scheduling/configuration.ts";
import type { StoredClient } from "../store/store.ts";
import type { Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";

/** A booking's two people, and those of them who have no card yet. */
export interface Party {
  readonly bookerId: string;
  readonly participantId: string;
  readonly newClients: readonly StoredClient[];
}

export interface PartySaid {
  readonly booker: ClientDetails;
  /** Undefined: the booker attends. */
  readonly participant: ClientDetails | undefined;
}

interface Account {
  readonly accountId: string;
  /** Where national phone numbers are read. */
  readonly country: string | undefined;
}

interface Person {
  readonly card: Client | undefined;
  readonly said: ClientDetails;
  readonly keys: ClientKeys;
}

/**
 * Whose booking this is: by id, else the card that surely is theirs, else a new one. An existing card is never
 * changed by what a caller says; the booking keeps what was said.
 */
export async function identifyParty(
  desk: Desk,
  account: Account,
  product: Product,
  said: PartySaid,
): Promise<Outcome<Party>> {
  const booker = await identify(desk, account, said.booker);
  if (booker === undefined) return refused("unknown_client");
  const participant =
    said.participant === undefined
      ? booker
      : await identifyParticipant(desk, account, said.participant, booker);
  if (participant === undefined) return refused("unknown_client");
  const missing = [
    ...missingOf(booker, product.bookerInfo).map((field) => `booker.${field}`),
    ...missingOf(participant, product.participantInfo).map((field) => `participant.${field}`),
  ];
  if (missing.length > 0) return refused("missing_information", { missing });
  const newClients: StoredClient[] = [];
  const idOf = (person: Person): string => {
    if (person.card !== undefined) return person.card.id;
    const client = newClient(desk, person);
    newClients.push(client);
    return client.id;
  };
  const bookerId = idOf(booker);
  const participantId = participant === booker ? bookerId : idOf(participant);
  return done({ bookerId, participantId, newClients });
}

/** Subjects whose versions change when a client of that name is added, so that nobody gets two cards at once. */
export function nameSubjects({ booker, participant }: PartySaid): string[] {
  const subjects = [booker, participant ?? booker].map((said) => {
    const { firstnameKey, lastnameKey } = clientKeys(said, undefined);
    return `name/${firstnameKey ?? ""}/${lastnameKey ?? ""}`;
  });
  return [...new Set(subjects)];
}

async function identify(desk: Desk, account: Account, said: ClientDetails): Promise<Person | undefined> {
  const keys = clientKeys(said, account.country);
  if (said.id !== undefined) {
    const card = await desk.store.clientById(account.accountId, said.id);
    return card === undefined ? undefined : { card, said, keys };
  }
  const cards = await desk.store.clientsLike(account.accountId, keys);
  const card = bestFits(keys, cards).find((one) => isSamePerson(keys, one.keys));
  return { card, said, keys };
}

async function identifyParticipant(
  desk: Desk,
  account: Account,
  said: ClientDetails,
  booker: Person,
): Promise<Person | undefined> {
  const found = await identify(desk, account, said);
  if (found === undefined || found.card !== undefined) return found;
  const bookerKeys = booker.card === undefined ? booker.keys : clientKeys(booker.card, account.country);
  if (hasSameName(found.keys, bookerKeys)) return booker;
  if (booker.card === undefined) return found;
  // "Mia", said by her mother, is the Mia whom she has booked for before.
  const known = await desk.store.participantsOf(account.accountId, booker.card.id);
  return { ...found, card: known.find((one) => hasSameName(found.keys, one.keys)) };
}

function missingOf({ card, said }: Person, required: readonly ClientField[]): ClientField[] {
  return required.filter((field) => said[field] === undefined && (card?.[field] ?? null) === null);
}

function newClient(desk: Desk, { said, keys }: Person): StoredClient {
  const fields = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, said[field] ?? null])) as Record<
    ClientField,
    string | null
  >;
  return { id: desk.newId("cl"), ...fields, keys };
}
