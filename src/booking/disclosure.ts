import type { Client, ClientDetails } from "../identity/client.ts";
import { foldName } from "../identity/fold.ts";
import { CLIENT_FIELDS, type ClientField, type Disclosure } from "../scheduling/configuration.ts";
import type { MatchedClient } from "./matched-client.ts";

/** What callers can be asked for to tell namesakes apart, what is asked first coming first. */
const ASKED_FOR = [
  "dob",
  "firstname",
  "lastname",
  "zip",
  "city",
  "street",
  "phone",
  "email",
  "country",
] as const satisfies ClientField[];

/**
 * As much of the clients as the account allows. `minimal` leaves the id, what was said and is so, and what tells the
 * clients apart; every other member is null, as one that is not known: the shape of a `User` stays whole.
 */
export function disclosed(
  matched: readonly MatchedClient[],
  said: ClientDetails,
  disclosure: Disclosure,
): Client[] {
  if (disclosure === "full") return matched.map(({ client }) => client);
  const telling = tellingApart(matched.map(({ client }) => client));
  return matched.map(({ client, match }) => {
    const shown = CLIENT_FIELDS.filter(
      (field) => telling.has(field) || isConfirmed(field, said, client, match.agreesOn),
    );
    const members = Object.fromEntries(
      CLIENT_FIELDS.map((field) => [field, shown.includes(field) ? client[field] : null]),
    );
    return { id: client.id, ...members } as unknown as Client;
  });
}

/** Names were said as they sound, and are shown as they are written; anything else only when it is right. */
function isConfirmed(
  field: ClientField,
  said: ClientDetails,
  client: Client,
  agreesOn: readonly string[],
): boolean {
  if (said[field] === undefined) return false;
  if (field === "firstname" || field === "lastname" || agreesOn.includes(field)) return true;
  return foldName(said[field]) === foldName(client[field] ?? "");
}

/** Members by which all of them differ, or as many as can be told apart. */
function tellingApart(clients: readonly Client[]): ReadonlySet<ClientField> {
  const chosen: ClientField[] = [];
  const kinds = (fields: readonly ClientField[]) =>
    new Set(clients.map((client) => JSON.stringify(fields.map((field) => client[field])))).size;
  for (const field of ASKED_FOR) {
    if (kinds(chosen) === clients.length) break;
    if (kinds([...chosen, field]) > kinds(chosen)) chosen.push(field);
  }
  return new Set(chosen);
}
