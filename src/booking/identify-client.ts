import type { Client, ClientDetails, ClientKeys } from "../identity/client.ts";
import { clientKeys } from "../identity/client-keys.ts";
import { bestFits, hasSameKeys, hasSameName, isSamePerson } from "../identity/match.ts";
import type { Product } from "../scheduling/business.ts";
import { CLIENT_FIELDS, type ClientField } from "../scheduling/configuration.ts";
import type { BookingWithAgent, StoredClient } from "../store/store.ts";
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
  const found = await identify(desk, account, said.booker);
  if (found === undefined) return refused("unknown_client");
  const attending =
    said.participant === undefined
      ? undefined
      : await identifyParticipant(desk, account, said.participant, found);
  if (attending === "unknown") return refused("unknown_client");
  const isSame = attending === undefined || attending === "the booker";
  const booker = isSame ? withMoreSaid(found, said.participant ?? {}, account) : found;
  const participant = isSame ? booker : attending;
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

/**
 * The booking that this party has already among those of the same product and start: its participant's, or, where
 * nothing but words tells who they are, one for people of whom exactly the same was said.
 */
export async function findRepeat(
  desk: Desk,
  { accountId, country }: Account,
  sameStart: readonly BookingWithAgent[],
  { bookerId, participantId, newClients }: Party,
): Promise<BookingWithAgent | undefined> {
  const repeated = sameStart.find((one) => one.participantId === participantId);
  if (repeated !== undefined || newClients.length === 0) return repeated;
  const isLike = async (wantedId: string, bookedId: string) => {
    const fresh = newClients.find((client) => client.id === wantedId);
    const card = await desk.store.clientById(accountId, bookedId);
    if (fresh === undefined || card === undefined) return wantedId === bookedId;
    return hasSameKeys(fresh.keys, clientKeys(card, country));
  };
  for (const booking of sameStart) {
    if (!(await isLike(participantId, booking.participantId))) continue;
    if (await isLike(bookerId, booking.bookerId)) return booking;
  }
  return undefined;
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
): Promise<Person | "the booker" | "unknown"> {
  const found = await identify(desk, account, said);
  if (found === undefined) return "unknown";
  if (found.card !== undefined) return found.card.id === booker.card?.id ? "the booker" : found;
  const bookerKeys = booker.card === undefined ? booker.keys : clientKeys(booker.card, account.country);
  if (hasSameName(found.keys, bookerKeys)) return "the booker";
  if (booker.card === undefined) return found;
  // "Mia", said by her mother, is the Mia whom she has booked for before.
  const known = await desk.store.participantsOf(account.accountId, booker.card.id);
  return { ...found, card: known.find((one) => hasSameName(found.keys, one.keys)) };
}

/** One person, described twice: the first description counts, the second fills its gaps. */
function withMoreSaid(person: Person, more: ClientDetails, { country }: Account): Person {
  const described = Object.fromEntries(
    Object.entries(person.said).filter(([, member]) => member !== undefined),
  );
  const said: ClientDetails = { ...more, ...described };
  return { ...person, said, keys: clientKeys(said, country) };
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
