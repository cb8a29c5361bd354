import { z } from "zod";
import type { EditableAccount } from "../../practice-file/edit-configuration.ts";
import {
  AGENTS,
  answerItem,
  type Collection,
  configurationTag,
  ENTITIES,
  edit,
  editableOf,
  PRODUCTS,
  placeOfItem,
  RESOURCES,
  TYPES,
  unknown,
} from "../configuration-edit.ts";
import {
  AGENT_FORMS,
  ENTITY_FORMS,
  type ItemForms,
  PRODUCT_FORMS,
  RESOURCE_FORMS,
  TYPE_FORMS,
} from "../configuration-forms.ts";
import { mergePatch } from "../merge-patch.ts";
import { withNestedIds } from "../nested-ids.ts";
import { answer, CONFIGURATION_TAG, refuse, route, type StaffRoute } from "../route.ts";
import { EVERYBODY, OWNERS } from "../staff.ts";
import { id } from "../wire.ts";

/** Checked as a whole by the rules of the practice file; the forms here say only that it is an object. */
const item = z.looseObject({ id: id.optional() });
const patch = z.looseObject({ id: z.string().optional() });

/** The five routes of one list: all, one, new, changed, removed. */
function crud(
  collection: Collection,
  {
    under,
    forms,
    create,
  }: {
    readonly under: string;
    readonly forms: ItemForms;
    readonly create: (
      account: EditableAccount,
      parentId: string,
    ) => { path: string; items: Record<string, unknown>[] } | undefined;
  },
): StaffRoute[] {
  const { name, prefix } = collection;
  const form = forms.whole;
  const own = `/${name}/{id}`;
  const parent = /\{(\w+)\}/.exec(under)?.[1];
  const listPath = `${under}/${name}`;
  const parentForm = parent === undefined ? z.object({}) : z.object({ [parent]: id });
  const parentOf = (request: { path: unknown }) =>
    parent === undefined ? "" : (request.path as Record<string, string>)[parent]!;
  return [
    route({
      method: "GET",
      path: listPath,
      access: EVERYBODY,
      tag: CONFIGURATION_TAG,
      summary: `All ${name}, in the owner's order`,
      pathForm: parentForm,
      answerForm: z.object({ items: z.array(form) }),
      handle: async (request) => {
        const stored = await request.api.desk.store.configuration(request.staff.accountId);
        const list = stored && create(editableOf(stored.configuration), parentOf(request));
        if (stored === undefined || list === undefined) return unknown();
        return answer({ items: list.items }, { etag: configurationTag(stored.version) });
      },
    }),
    route({
      method: "POST",
      path: listPath,
      status: 201,
      access: OWNERS,
      tag: CONFIGURATION_TAG,
      summary: `Add one of the ${name}`,
      pathForm: parentForm,
      bodyForm: item,
      describedBody: forms.fresh,
      answerForm: form,
      handle: async (request) => {
        const newId = request.body.id ?? request.api.newId(prefix);
        const body = withNestedIds(request.body, request.api.newId);
        return await edit(
          request,
          { name: `${name}.create`, subjectId: newId },
          (configuration) => {
            const list = create(configuration, parentOf(request));
            if (list === undefined) return unknown();
            list.items.push({ ...body, id: newId });
            return { path: `${list.path}[${list.items.length - 1}]` };
          },
          (configuration) => itemOf(collection, configuration, newId),
        );
      },
    }),
    route({
      method: "GET",
      path: own,
      access: EVERYBODY,
      tag: CONFIGURATION_TAG,
      summary: `One of the ${name}`,
      pathForm: z.object({ id }),
      answerForm: form,
      handle: async (request) => await answerItem(request, collection, request.path.id),
    }),
    route({
      method: "PATCH",
      path: own,
      access: OWNERS,
      tag: CONFIGURATION_TAG,
      summary: `Change one of the ${name}; refused where future bookings need what that takes away`,
      needsIfMatch: true,
      pathForm: z.object({ id }),
      bodyForm: patch,
      describedBody: forms.patch,
      answerForm: form,
      handle: async (request) => {
        if (request.body.id !== undefined && request.body.id !== request.path.id) {
          return refuse("invalid_request", { issues: [{ path: "id", message: "cannot be changed" }] });
        }
        const body = withNestedIds(request.body, request.api.newId);
        return await edit(
          request,
          { name: `${name}.change`, subjectId: request.path.id, members: Object.keys(request.body) },
          (configuration) => {
            const place = placeOfItem(collection, configuration, request.path.id);
            if (place === undefined) return unknown();
            place.items[place.index] = mergePatch(place.items[place.index], body) as Record<string, unknown>;
            return { path: place.path };
          },
          (configuration) => itemOf(collection, configuration, request.path.id),
        );
      },
    }),
    route({
      method: "DELETE",
      path: own,
      access: OWNERS,
      tag: CONFIGURATION_TAG,
      summary: `Remove one of the ${name}; refused while future bookings need it`,
      needsIfMatch: true,
      pathForm: z.object({ id }),
      answerForm: undefined,
      handle: async (request) => {
        return await edit(
          request,
          { name: `${name}.remove`, subjectId: request.path.id },
          (configuration) => {
            const place = placeOfItem(collection, configuration, request.path.id);
            if (place === undefined) return unknown();
            place.items.splice(place.index, 1);
            if (collection === AGENTS) forgetAgent(configuration, request.path.id);
            return { path: place.path.replace(/\[\d+\]$/, "") };
          },
          () => undefined,
        );
      },
    }),
    route({
      method: "PUT",
      path: `${listPath}/order`,
      access: OWNERS,
      tag: CONFIGURATION_TAG,
      summary: `The order of the ${name}, as callers hear and the desk sees them`,
      needsIfMatch: true,
      pathForm: parentForm,
      bodyForm: z.object({ ids: z.array(id) }),
      answerForm: z.object({ items: z.array(form) }),
      handle: async (request) =>
        await edit(
          request,
          { name: `${name}.order`, subjectId: parentOf(request) },
          (configuration) => {
            const list = create(configuration, parentOf(request));
            if (list === undefined) return unknown();
            const { ids } = request.body;
            const isWhole =
              ids.length === list.items.length && list.items.every((one) => ids.includes(one.id as string));
            if (!isWhole) {
              return refuse("invalid_request", { issues: [{ path: "ids", message: "must name each once" }] });
            }
            list.items.sort((a, b) => ids.indexOf(a.id as string) - ids.indexOf(b.id as string));
            return { path: list.path };
          },
          (configuration) => ({ items: create(configuration, parentOf(request))?.items }),
        ),
    }),
  ];
}

function itemOf(collection: Collection, configuration: EditableAccount, itemId: string): unknown {
  const place = placeOfItem(collection, configuration, itemId);
  return place?.items[place.index];
}

/** Who is gone performs nothing. */
function forgetAgent({ entities }: EditableAccount, agentId: string): void {
  for (const entity of entities) {
    for (const type of entity.appointmentTypes as { agents: string[] }[]) {
      type.agents = type.agents.filter((one) => one !== agentId);
    }
  }
}

const inEntity = (member: string) => (configuration: EditableAccount, entityId: string) => {
  const index = configuration.entities.findIndex((entity) => entity.id === entityId);
  if (index < 0) return undefined;
  const items = configuration.entities[index]![member] as Record<string, unknown>[];
  return { path: `entities[${index}].${member}`, items };
};

const inType = (configuration: EditableAccount, typeId: string) => {
  const place = placeOfItem(TYPES, configuration, typeId);
  if (place === undefined) return undefined;
  const items = place.items[place.index]!.products as Record<string, unknown>[];
  return { path: `${place.path}.products`, items };
};

export const CONFIGURATION_ROUTES: readonly StaffRoute[] = [
  ...crud(ENTITIES, {
    under: "",
    forms: ENTITY_FORMS,
    create: (configuration) => ({ path: "entities", items: configuration.entities }),
  }),
  ...crud(AGENTS, { under: "/entities/{entityId}", forms: AGENT_FORMS, create: inEntity("agents") }),
  ...crud(RESOURCES, { under: "/entities/{entityId}", forms: RESOURCE_FORMS, create: inEntity("resources") }),
  ...crud(TYPES, { under: "/entities/{entityId}", forms: TYPE_FORMS, create: inEntity("appointmentTypes") }),
  ...crud(PRODUCTS, { under: "/appointment-types/{typeId}", forms: PRODUCT_FORMS, create: inType }),
];
