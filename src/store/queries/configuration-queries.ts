import type { CompiledQuery, Kysely } from "kysely";
import type { AccountConfiguration, Disclosure } from "../../scheduling/configuration.ts";
import { rowsOf } from "../configuration-rows.ts";
import type { Schema } from "../schema.ts";
import type { EpochMilliseconds } from "../store.ts";

/** What a configuration is written over: the numbers that agents and products have already. */
export interface GivenRefs {
  readonly lastRef: number;
  readonly agents: ReadonlyMap<string, number>;
  readonly products: ReadonlyMap<string, number>;
}

/** Reads of one entity's rows; every list in the owner's order. */
export function entityQueries(db: Kysely<Schema>, accountId: string, entityId: string) {
  const current = <T extends "resources" | "agents" | "appointment_types" | "products">(table: T) =>
    db
      .selectFrom(table as "agents")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("entity_id", "=", entityId)
      .where("archived", "=", 0)
      .orderBy("position")
      .compile() as CompiledQuery<Schema[T]>;
  return {
    entity: db
      .selectFrom("entities")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("id", "=", entityId)
      .where("archived", "=", 0)
      .compile(),
    sip_ids: db
      .selectFrom("sip_ids")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("entity_id", "=", entityId)
      .orderBy("position")
      .compile(),
    resources: current("resources"),
    agents: current("agents"),
    absences: db
      .selectFrom("absences")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("entity_id", "=", entityId)
      .orderBy("position")
      .compile(),
    appointment_types: current("appointment_types"),
    appointment_type_agents: db
      .selectFrom("appointment_type_agents as performed")
      .innerJoin("appointment_types as type", (join) =>
        join
          .onRef("type.account_id", "=", "performed.account_id")
          .onRef("type.id", "=", "performed.appointment_type_id"),
      )
      .selectAll("performed")
      .where("performed.account_id", "=", accountId)
      .where("type.entity_id", "=", entityId)
      .orderBy("performed.position")
      .compile(),
    products: current("products"),
  };
}

/** Writes the whole configuration over what is stored; rows that it does not hold stay archived. */
export function saveConfigurationQueries(
  db: Kysely<Schema>,
  configuration: AccountConfiguration,
  given: GivenRefs,
  account: { slotKey: string; version: number; at: EpochMilliseconds },
): CompiledQuery[] {
  const accountId = configuration.id;
  const rows = rowsOf(configuration);
  let lastRef = given.lastRef;
  const refOf = (known: number | undefined) => {
    if (known !== undefined) return known;
    lastRef += 1;
    return lastRef;
  };
  const agents = rows.agents.map((row) => ({ ...row, ref: refOf(given.agents.get(row.id)), archived: 0 }));
  const products = rows.products.map((row) => ({
    ...row,
    ref: refOf(given.products.get(row.id)),
    archived: 0,
  }));
  const accountRow = {
    id: accountId,
    name: configuration.name,
    slot_key: account.slotKey,
    config_version: account.version,
    last_ref: lastRef,
    created_at: account.at,
    settings: accountSettings(configuration),
  };
  return [
    db
      .insertInto("accounts")
      .values(accountRow)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({
          name: configuration.name,
          config_version: account.version,
          last_ref: lastRef,
          settings: accountRow.settings,
        }),
      )
      .compile(),
    ...(["sip_ids", "absences", "appointment_type_agents"] as const).map((table) =>
      db.deleteFrom(table).where("account_id", "=", accountId).compile(),
    ),
    ...(["entities", "resources", "agents", "appointment_types", "products"] as const).map((table) =>
      db
        .updateTable(table as "entities")
        .set({ archived: 1 })
        .where("account_id", "=", accountId)
        .compile(),
    ),
    ...rows.entities.map((row) => upsertEntity(db, { ...row, archived: 0 })),
    ...upserts(
      db,
      "resources",
      rows.resources.map((row) => ({ ...row, archived: 0 })),
    ),
    ...upserts(db, "agents", agents),
    ...upserts(
      db,
      "appointment_types",
      rows.appointment_types.map((row) => ({ ...row, archived: 0 })),
    ),
    ...upserts(db, "products", products),
    ...rows.sip_ids.map((row) => db.insertInto("sip_ids").values(row).compile()),
    ...rows.absences.map((row) => db.insertInto("absences").values(row).compile()),
    ...rows.appointment_type_agents.map((row) =>
      db.insertInto("appointment_type_agents").values(row).compile(),
    ),
  ];
}

/** `longest_claim_minutes` only ever grows: claims of products that are gone are still there. */
function upsertEntity(db: Kysely<Schema>, row: Schema["entities"]): CompiledQuery {
  return db
    .insertInto("entities")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["account_id", "id"]).doUpdateSet((eb) => ({
        position: row.position,
        name: row.name,
        settings: row.settings,
        archived: row.archived,
        longest_claim_minutes: eb
          .case()
          .when("entities.longest_claim_minutes", "<", row.longest_claim_minutes)
          .then(row.longest_claim_minutes)
          .else(eb.ref("entities.longest_claim_minutes"))
          .end(),
      })),
    )
    .compile();
}

function upserts<T extends "resources" | "agents" | "appointment_types" | "products">(
  db: Kysely<Schema>,
  table: T,
  rows: readonly Schema[T][],
): CompiledQuery[] {
  return rows.map((row) =>
    db
      .insertInto(table as "agents")
      .values(row as Schema["agents"])
      .onConflict((conflict) => conflict.columns(["account_id", "id"]).doUpdateSet(row as Schema["agents"]))
      .compile(),
  );
}

function accountSettings({ disclose }: AccountConfiguration): string {
  return JSON.stringify({ disclose });
}

/** What an account's row says besides its name; servers of the release before leave it as it is. */
export function accountSettingsOf(settings: string | null): { disclose: Disclosure | undefined } {
  const { disclose } = JSON.parse(settings ?? "{}") as Pick<AccountConfiguration, "disclose">;
  return { disclose };
}
