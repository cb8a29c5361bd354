import { carrierE164 } from "../identity/phone.ts";
import { longestClaimMinutes } from "../scheduling/compile-business.ts";
import type {
  AbsenceConfiguration,
  AccountConfiguration,
  AgentConfiguration,
  EntityConfiguration,
  ProductConfiguration,
} from "../scheduling/configuration.ts";
import type { Schema } from "./schema.ts";

type Table = keyof Schema;
/** Rows of the configuration tables; `ref` and `archived` are the writer's to fill in. */
export type ConfigurationRows = {
  entities: Omit<Schema["entities"], "archived">[];
  sip_ids: Schema["sip_ids"][];
  resources: Omit<Schema["resources"], "archived">[];
  agents: Omit<Schema["agents"], "archived" | "ref">[];
  absences: Schema["absences"][];
  appointment_types: Omit<Schema["appointment_types"], "archived">[];
  appointment_type_agents: Schema["appointment_type_agents"][];
  products: Omit<Schema["products"], "archived" | "ref">[];
};

type Stored<T extends Table> = readonly Schema[T][];

/** One entity's rows as they are read back, none archived, each list in the owner's order. */
export interface StoredEntityRows {
  readonly entity: Schema["entities"];
  readonly sip_ids: Stored<"sip_ids">;
  readonly resources: Stored<"resources">;
  readonly agents: Stored<"agents">;
  readonly absences: Stored<"absences">;
  readonly appointment_types: Stored<"appointment_types">;
  readonly appointment_type_agents: Stored<"appointment_type_agents">;
  readonly products: Stored<"products">;
}

export function rowsOf(configuration: AccountConfiguration): ConfigurationRows {
  const account_id = configuration.id;
  const rows: ConfigurationRows = {
    entities: [],
    sip_ids: [],
    resources: [],
    agents: [],
    absences: [],
    appointment_types: [],
    appointment_type_agents: [],
    products: [],
  };
  for (const [position, entity] of configuration.entities.entries()) {
    const { id, name, sipIds, closures, resources, agents, appointmentTypes, ...settings } = entity;
    const entity_id = id;
    rows.entities.push({
      account_id,
      id,
      position,
      name,
      settings: JSON.stringify(settings),
      longest_claim_minutes: longestClaimMinutes(entity),
    });
    const country = entity.country ?? entity.publicHolidays?.country;
    for (const [at, sip_id] of sipIds.entries()) {
      rows.sip_ids.push({
        account_id,
        sip_id,
        e164: carrierE164(sip_id, country) ?? null,
        entity_id,
        position: at,
      });
    }
    for (const [at, resource] of resources.entries()) {
      rows.resources.push({ account_id, entity_id, position: at, ...resource });
    }
    rows.absences.push(...absenceRows(account_id, entity_id, null, closures));
    for (const [at, agent] of agents.entries()) {
      const { id, firstname, lastname, timeOff, ...rest } = agent;
      const agentSettings = JSON.stringify(rest);
      rows.agents.push({
        account_id,
        id,
        entity_id,
        position: at,
        firstname,
        lastname,
        settings: agentSettings,
      });
      rows.absences.push(...absenceRows(account_id, entity_id, id, timeOff));
    }
    for (const [at, type] of appointmentTypes.entries()) {
      rows.appointment_types.push({ account_id, id: type.id, entity_id, position: at, name: type.name });
      for (const [order, agent_id] of type.agents.entries()) {
        rows.appointment_type_agents.push({
          account_id,
          appointment_type_id: type.id,
          agent_id,
          position: order,
        });
      }
      for (const [order, product] of type.products.entries()) {
        const { id, name, ...rest } = product;
        rows.products.push({
          account_id,
          id,
          entity_id,
          appointment_type_id: type.id,
          position: order,
          name,
          settings: JSON.stringify(rest),
        });
      }
    }
  }
  return rows;
}

export function entityConfigurationOf(rows: StoredEntityRows): EntityConfiguration {
  const { entity } = rows;
  const settings = JSON.parse(entity.settings) as Omit<
    EntityConfiguration,
    "id" | "name" | "sipIds" | "closures" | "resources" | "agents" | "appointmentTypes"
  >;
  return {
    ...settings,
    id: entity.id,
    name: entity.name,
    sipIds: rows.sip_ids.map((row) => row.sip_id),
    closures: absencesOf(rows, null),
    resources: rows.resources.map(({ id, pool, name }) => ({ id, pool, name })),
    agents: rows.agents.map((row) => ({
      ...(JSON.parse(row.settings) as Omit<AgentConfiguration, "id" | "firstname" | "lastname" | "timeOff">),
      id: row.id,
      firstname: row.firstname,
      lastname: row.lastname,
      timeOff: absencesOf(rows, row.id),
    })),
    appointmentTypes: rows.appointment_types.map(({ id, name }) => ({
      id,
      name,
      agents: rows.appointment_type_agents
        .filter((row) => row.appointment_type_id === id)
        .map((row) => row.agent_id),
      products: rows.products
        .filter((row) => row.appointment_type_id === id)
        .map((row) => ({
          ...(JSON.parse(row.settings) as Omit<ProductConfiguration, "id" | "name">),
          id: row.id,
          name: row.name,
        })),
    })),
  };
}

function absenceRows(
  account_id: string,
  entity_id: string,
  agent_id: string | null,
  absences: readonly AbsenceConfiguration[],
): Schema["absences"][] {
  return absences.map(({ start, end, reason }, position) => ({
    account_id,
    entity_id,
    agent_id,
    position,
    starts: start,
    ends: end,
    reason: reason ?? null,
  }));
}

function absencesOf(rows: StoredEntityRows, agentId: string | null): AbsenceConfiguration[] {
  return rows.absences
    .filter((row) => row.agent_id === agentId)
    .map(({ starts, ends, reason }) => ({
      start: starts,
      end: ends,
      ...(reason === null ? {} : { reason }),
    }));
}
