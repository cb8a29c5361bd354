import type { Client, ClientDetails } from "../identity/client.ts";
import { clientKeys, hasSameKeys } from "../identity/client-keys.ts";
import { isSamePerson, type Match, type MatchContext, matchClient } from "../identity/match-client.ts";
import type { Product } from "../scheduling/business.ts";
import { CLIENT_FIELDS, type ClientField } from "../scheduling/configuration.ts";
import type { BookingWithAgent, CompletedClient, Lookup, StoredClient } from "../store/store.ts";
import { lookupOf, storedClient } from "../store/stored-client.ts";
import type { Desk } from "./desk.ts";
import { matchesOf } from "./matched-client.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { understandForCard } from "./said-details.ts";

/** A booking's two people, and those of them who have no card yet. */
export interface Party {
  readonly bookerId: string;
  readonly participantId: string;
  readonly newClients: readonly StoredClient[];
  /** Known people of whom more was said than their card has. */
  readonly completedClients: readonly CompletedClient[];
}

export interface PartySaid {
  readonly booker: ClientDetails;
  /** Undefined: the booker attends. */
  readonly participant: ClientDetails | undefined;
}

/** What was said about somebody, in canonical form, with what they are looked up by. */
interface SaidPerson {
  readonly said: ClientDetails;
  readonly lookup: Lookup;
}

export interface SaidParty {
  readonly booker: SaidPerson;
  /** Undefined: the booker attends. */
  readonly participant: SaidPerson | undefined;
}

interface Account {
  readonly accountId: string;
  readonly context: MatchContext;
  /** Members that callers prove themselves by: a call never writes them on a card that it has not made. */
  readonly proofs: () => Promise<readonly string[]>;
}

/** What was said about a booking's people, with the cards that those who are looked up can mean. */
interface PartyFound {
  readonly said: SaidParty;
  readonly cards: ReadonlyMap<SaidPerson, readonly Client[]>;
}

interface Person extends SaidPerson {
  readonly card: Client | undefined;
}

/** What was said about the two people, or what of it cannot be understood. */
export function understandParty(
  { booker, participant }: PartySaid,
  context: MatchContext,
): Outcome<SaidParty> {
  const saidOfBooker = understandForCard(booker, "booker", context);
  if (!saidOfBooker.ok) return saidOfBooker;
  const person = (said: ClientDetails): SaidPerson => ({ said, lookup: lookupOf(said, context) });
  if (participant === undefined) return done({ booker: person(saidOfBooker.value), participant: undefined });
  const saidOfParticipant = understandForCard(participant, "participant", context);
  if (!saidOfParticipant.ok) return saidOfParticipant;
  return done({ booker: person(saidOfBooker.value), participant: person(saidOfParticipant.value) });
}

/**
 * Whose booking this is: by id, else the card that surely is theirs, else a new one. What a card has is never changed
 * by what a caller says; what it lacks is added (docs/decisions/0004), and the booking keeps what was said.
 */
export async function identifyParty(
  desk: Desk,
  account: Account,
  product: Product,
  { said, cards }: PartyFound,
): Promise<Outcome<Party>> {
  const found = await identify(desk, account, said.booker, cards);
  if (found === undefined) return refused("unknown_client");
  const attending =
    said.participant === undefined
      ? undefined
      : await identifyParticipant(desk, account, found, { participant: said.participant, cards });
  if (attending === "unknown") return refused("unknown_client");
  const isSame = attending === undefined || attending === "the booker";
  const booker =
    isSame && said.participant !== undefined ? withMoreSaid(account, found, said.participant) : found;
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
  const people = participant === booker ? [booker] : [booker, participant];
  const completedClients = await Promise.all(people.map((person) => completed(account, person)));
  return done({
    bookerId,
    participantId,
    newClients,
    completedClients: completedClients.filter((one) => one !== undefined),
  });
}

/**
 * The booking that this party has already among those of the same product and start: its participant's, or, where
 * nothing but words tells who they are, one for people of whom exactly the same was said.
 */
export async function findRepeat(
  desk: Desk,
  { accountId, context }: Account,
  sameStart: readonly BookingWithAgent[],
  { bookerId, participantId, newClients }: Party,
): Promise<BookingWithAgent | undefined> {
  const repeated = sameStart.find((one) => one.participantId === participantId);
  if (repeated !== undefined || newClients.length === 0) return repeated;
  const isLike = async (wantedId: string, bookedId: string) => {
    const fresh = newClients.find((client) => client.id === wantedId);
    const card = await desk.store.clientById(accountId, bookedId);
    if (fresh === undefined || card === undefined) return wantedId === bookedId;
    return hasSameKeys(fresh.keys, clientKeys(card, context.country));
  };
  for (const booking of sameStart) {
    if (!(await isLike(participantId, booking.participantId))) continue;
    if (await isLike(bookerId, booking.bookerId)) return booking;
  }
  return undefined;
}

/**
 * Subjects whose versions change when such clients are added, so that nobody gets two cards at once: whoever could be
 * the same person shares a look-up key. Servers of the release before compare the names' subject alone.
 */
export function clientSubjects({ booker, participant }: SaidParty): string[] {
  const subjects = [booker, ...(participant === undefined ? [] : [participant])].flatMap(({ lookup }) => {
    const { firstnameKey, lastnameKey } = lookup.keys;
    return [
      `name/${firstnameKey ?? ""}/${lastnameKey ?? ""}`,
      ...lookup.lookupKeys.map((key) => `client/${key}`),
    ];
  });
  return [...new Set(subjects)];
}

/** Those of the two who do not name their card by its id. */
export function peopleToLookUp({ booker, participant }: SaidParty): SaidPerson[] {
  const people = participant === undefined ? [booker] : [booker, participant];
  return people.filter(({ said }) => said.id === undefined);
}

async function identify(
  desk: Desk,
  { accountId, context }: Account,
  person: SaidPerson,
  cards: PartyFound["cards"],
): Promise<Person | undefined> {
  const { said, lookup } = person;
  if (said.id !== undefined) {
    const card = await desk.store.clientById(accountId, said.id);
    return card === undefined ? undefined : { card, said, lookup };
  }
  const card = matchesOf(said, cards.get(person)!, context).find(({ match }) => isSamePerson(match))?.client;
  return { card, said, lookup };
}

async function identifyParticipant(
  desk: Desk,
  account: Account,
  booker: Person,
  { participant, cards }: { readonly participant: SaidPerson; readonly cards: PartyFound["cards"] },
): Promise<Person | "the booker" | "unknown"> {
  const { context } = account;
  const { said } = participant;
  const found = await identify(desk, account, participant, cards);
  if (found === undefined) return "unknown";
  if (found.card !== undefined) return found.card.id === booker.card?.id ? "the booker" : found;
  if (hasSameName(matchClient(said, booker.card ?? booker.said, context))) return "the booker";
  if (booker.card === undefined) return found;
  // "Mia", said by her mother, is the Mia whom she has booked for before.
  const known = await desk.store.participantsOf(account.accountId, booker.card.id);
  return { ...found, card: known.find((one) => hasSameName(matchClient(said, one, context))) };
}

/** Spelled or sounding the same, and not born on different days. */
function hasSameName({ names, isLiteral, hasSameMembers, contradictsOn }: Match): boolean {
  return names === "same" && isLiteral && hasSameMembers && !contradictsOn.includes("dob");
}

/** One person, described twice: the first description counts, the second fills its gaps. */
function withMoreSaid({ context }: Account, person: Person, more: SaidPerson): Person {
  const described = Object.fromEntries(
    Object.entries(person.said).filter(([, member]) => member !== undefined),
  );
  const said: ClientDetails = { ...more.said, ...described };
  return { ...person, said, lookup: lookupOf(said, context) };
}

function missingOf({ card, said }: Person, required: readonly ClientField[]): ClientField[] {
  return required.filter((field) => said[field] === undefined && (card?.[field] ?? null) === null);
}

function newClient(desk: Desk, { said, lookup }: Person): StoredClient {
  const fields = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, said[field] ?? null])) as Record<
    ClientField,
    string | null
  >;
  return { id: desk.newId("cl"), ...fields, ...lookup };
}

/** The card with what was said where it has nothing; undefined when that is nothing, or something contradicts it. */
async function completed(
  { context, proofs }: Account,
  { card, said }: Person,
): Promise<CompletedClient | undefined> {
  if (card === undefined) return undefined;
  const lacking = CLIENT_FIELDS.filter((field) => card[field] === null && said[field] !== undefined);
  if (lacking.length === 0) return undefined;
  const kept = await proofs();
  const added = lacking.filter((field) => !kept.includes(field));
  if (added.length === 0 || matchClient(said, card, context).contradictsOn.length > 0) return undefined;
  const members = Object.fromEntries(added.map((field) => [field, said[field]]));
  return { before: card, after: storedClient({ ...card, ...members }, context) };
}
