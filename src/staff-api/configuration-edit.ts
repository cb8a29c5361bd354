import { type EditableAccount, editConfiguration } from "../practice-file/edit-configuration.ts";
import type { AccountConfiguration } from "../scheduling/configuration.ts";
import { audit } from "./audit.ts";
import { bookingsThatNeed } from "./needed-by-bookings.ts";
import { answer, refuse, type StaffAnswer, type StaffRequest } from "./route.ts";

type Asked = StaffRequest<unknown, unknown, unknown>;
type Item = Record<string, unknown>;

/** The lists of a configuration that can be edited, by where they stand in the practice file. */
export interface Collection {
  /** Of the audit trail: `agents`. */
  readonly name: string;
  /** What an id of it begins with. */
  readonly prefix: string;
  readonly listsOf: (
    account: EditableAccount,
  ) => readonly { readonly path: string; readonly items: Item[] }[];
}

const entitiesOf = (account: EditableAccount) =>
  account.entities.map((entity, index) => ({ entity, path: `entities[${index}]` }));

const inEntity = (name: string, prefix: string, member: string): Collection => ({
  name,
  prefix,
  listsOf: (account) =>
    entitiesOf(account).map(({ entity, path }) => ({
      path: `${path}.${member}`,
      items: entity[member] as Item[],
    })),
});

export const ENTITIES: Collection = {
  name: "entities",
  prefix: "ent",
  listsOf: (account) => [{ path: "entities", items: account.entities }],
};
export const AGENTS = inEntity("agents", "ag", "agents");
export const RESOURCES = inEntity("resources", "res", "resources");
export const TYPES = inEntity("appointment-types", "type", "appointmentTypes");
export const PRODUCTS: Collection = {
  name: "products",
  prefix: "pr",
  listsOf: (account) =>
    entitiesOf(account).flatMap(({ entity, path }) =>
      (entity.appointmentTypes as Item[]).map((type, index) => ({
        path: `${path}.appointmentTypes[${index}].products`,
        items: type.products as Item[],
      })),
    ),
};

export function editableOf({ entities, ...account }: AccountConfiguration): EditableAccount {
  return { account, entities } as unknown as EditableAccount;
}

export interface Place {
  readonly path: string;
  readonly items: Item[];
  readonly index: number;
}

/** Where the item of that id stands. */
export function placeOfItem(collection: Collection, account: EditableAccount, id: string): Place | undefined {
  for (const { path, items } of collection.listsOf(account)) {
    const index = items.findIndex((item) => item.id === id);
    if (index >= 0) return { path: `${path}[${index}]`, items, index };
  }
  return undefined;
}

export const configurationTag = (version: number): string => `"c${version}"`;

export async function answerItem(request: Asked, collection: Collection, id: string): Promise<StaffAnswer> {
  const stored = await request.api.desk.store.configuration(request.staff.accountId);
  const found = stored && placeOfItem(collection, editableOf(stored.configuration), id);
  if (stored === undefined || found === undefined) return unknown();
  return answer(found.items[found.index], { etag: configurationTag(stored.version) });
}

export function unknown(): StaffAnswer & { ok: false } {
  return refuse("not_found", { detail: "There is no such id." });
}

/**
 * Changes the configuration and answers what `answered` picks of it. Faults are named from where the edited item stands:
 * `hours.mon[0]`. A change by somebody else in between is noticed by who sent If-Match, and made good for who sent `*`.
 * What bookings to come need is not taken away, by whichever route.
 */
export async function edit(
  request: Asked,
  action: { readonly name: string; readonly subjectId: string; readonly members?: readonly string[] },
  change: (account: EditableAccount) => { readonly path: string } | (StaffAnswer & { ok: false }),
  answered: (account: EditableAccount) => unknown,
): Promise<StaffAnswer> {
  const { api, staff, hasSeen } = request;
  const { store } = api.desk;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const stored = await store.configuration(staff.accountId);
    if (stored === undefined) return unknown();
    if (!hasSeen(configurationTag(stored.version))) return refuse("changed_meanwhile");
    const trial = structuredClone(editableOf(stored.configuration));
    const tried = change(trial);
    if ("ok" in tried) return tried;
    const edited = await editConfiguration(
      store,
      stored,
      (account) => void change(account),
      api.desk.now(),
      (before, after) => bookingsThatNeed(api.desk, before, after),
    );
    if (edited.ok) {
      const detail = action.members === undefined ? {} : { members: action.members };
      await audit(request, action.name, action.subjectId, detail);
      const value = answered(editableOf(edited.configuration));
      return value === undefined
        ? { ok: true, etag: configurationTag(edited.version) }
        : answer(value, { etag: configurationTag(edited.version) });
    }
    if (edited.reason === "in_use") return refuse("in_use", { bookingIds: edited.bookingIds });
    if (edited.reason === "invalid") {
      const issues = edited.faults.map(({ path, message }) => ({
        path: pathWithin(tried.path, path),
        message,
      }));
      return refuse("invalid_request", { issues });
    }
  }
  return refuse("changed_meanwhile");
}

/** The rest of a path that leads into that place; one that leads elsewhere stays whole. */
function pathWithin(place: string, path: string): string {
  const rest = path.slice(place.length);
  return path.startsWith(place) && /^([.[]|$)/.test(rest) ? rest.replace(/^\./, "") : path;
}
