import type { Client } from "../identity/client.ts";
import type { AccountConfiguration } from "../scheduling/configuration.ts";

export type Kind = "account" | "entity" | "resource" | "agent" | "appointment_type" | "product" | "client";

/** One thing of an account that has an id, without the things inside it. */
export interface Thing {
  readonly kind: Kind;
  readonly id: string;
  /** For people to recognise it by. */
  readonly name: string;
  readonly members: { readonly [member: string]: unknown };
  /** The ids inside it, in their order, by list. */
  readonly orders: { readonly [list: string]: readonly string[] };
}

/** Every thing of the account, outer ones first. */
export function thingsOf(state: {
  readonly configuration: AccountConfiguration | undefined;
  readonly clients: readonly Client[];
}): Thing[] {
  return [
    ...(state.configuration === undefined ? [] : configured(state.configuration)),
    ...state.clients.map(ofClient),
  ];
}

function* configured({ id, entities, ...account }: AccountConfiguration): Generator<Thing> {
  yield { kind: "account", id, name: account.name, members: account, orders: { entities: idsOf(entities) } };
  for (const { id: entityId, resources, agents, appointmentTypes, ...entity } of entities) {
    yield {
      kind: "entity",
      id: entityId,
      name: entity.name,
      members: entity,
      orders: {
        resources: idsOf(resources),
        agents: idsOf(agents),
        appointmentTypes: idsOf(appointmentTypes),
      },
    };
    for (const { id, ...resource } of resources)
      yield { kind: "resource", id, name: resource.name, members: { entityId, ...resource }, orders: {} };
    for (const { id, ...agent } of agents) {
      const name = `${agent.firstname} ${agent.lastname}`;
      yield { kind: "agent", id, name, members: { entityId, ...agent }, orders: {} };
    }
    for (const { id: typeId, products, ...type } of appointmentTypes) {
      yield {
        kind: "appointment_type",
        id: typeId,
        name: type.name,
        members: { entityId, ...type },
        orders: { products: idsOf(products) },
      };
      for (const { id, ...product } of products)
        yield {
          kind: "product",
          id,
          name: product.name,
          members: { appointmentTypeId: typeId, ...product },
          orders: {},
        };
    }
  }
}

function ofClient({ id, ...members }: Client): Thing {
  const name = [members.firstname, members.lastname].filter((part) => part !== null).join(" ");
  return { kind: "client", id, name, members, orders: {} };
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map((thing) => thing.id);
}
