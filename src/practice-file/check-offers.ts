import { closest } from "./closest.ts";
import type { Path, Report } from "./fault.ts";
import type { IncompleteFile } from "./practice-file-schema.ts";
import { quoted } from "./text-schema.ts";

type Product = {
  readonly id?: string | undefined;
  readonly resources?: { readonly [pool: string]: number | undefined } | undefined;
};
type Entity = NonNullable<NonNullable<IncompleteFile["entities"]>[number]>;

/** What is offered can be performed: the agents and resources that it names exist in its entity. */
export function checkOffers(file: IncompleteFile, report: Report): void {
  file.entities?.forEach((entity, e) => {
    if (entity === undefined) return;
    const at = ["entities", e, "appointmentTypes"];
    const agents = {
      ids: new Set(entity.agents?.flatMap((agent) => agent?.id ?? [])),
      size: entity.agents?.length ?? 0,
    };
    const pools = poolSizes(entity);
    entity.appointmentTypes?.forEach((type, t) => {
      checkAgents(type?.agents ?? [], agents, [...at, t, "agents"], report);
      type?.products?.forEach((product, p) => {
        const path = [...at, t, "products", p];
        checkResources(product ?? {}, pools, [...path, "resources"], report);
        checkFields(product?.bookerInfo ?? [], [...path, "bookerInfo"], report);
        checkFields(product?.participantInfo ?? [], [...path, "participantInfo"], report);
      });
    });
  });
}

function checkAgents(
  ids: readonly (string | undefined)[],
  agents: { readonly ids: ReadonlySet<string>; readonly size: number },
  path: Path,
  report: Report,
): void {
  ids.forEach((id, index) => {
    if (id === undefined) return;
    if (ids.indexOf(id) < index)
      report([...path, index], `The agent ${quoted(id)} is listed twice; remove one.`);
    else if (!agents.ids.has(id)) {
      // An agent whose own id is faulty or missing may be the one that is meant.
      const meant = agents.ids.size < agents.size ? undefined : closest(id, agents.ids);
      const advice =
        meant === undefined ? "add the agent or remove the id" : `did you mean ${quoted(meant)}?`;
      report([...path, index], sentence(`This entity has no agent ${quoted(id)}; ${advice}`));
    }
  });
}

function checkResources(
  product: Product,
  pools: ReadonlyMap<string, number>,
  path: Path,
  report: Report,
): void {
  for (const [pool, count] of Object.entries(product.resources ?? {})) {
    const size = pools.get(pool);
    const subject = product.id === undefined ? "This product" : `The product ${quoted(product.id)}`;
    if (size === undefined) {
      const meant = closest(pool, pools.keys());
      const advice = meant === undefined ? "add resources with that pool" : `did you mean ${quoted(meant)}?`;
      report(
        [...path, pool],
        sentence(
          `${subject} needs the pool ${quoted(pool)}, of which this entity has no resources; ${advice}`,
        ),
      );
    } else if (count !== undefined && count > size) {
      report(
        [...path, pool],
        `${subject} needs ${count} of the pool ${quoted(pool)}, which has only ${size}; add resources or need fewer.`,
      );
    }
  }
}

function checkFields(fields: readonly (string | undefined)[], path: Path, report: Report): void {
  fields.forEach((field, index) => {
    if (field !== undefined && fields.indexOf(field) < index)
      report([...path, index], `${field} is listed twice; remove one.`);
  });
}

function poolSizes(entity: Entity): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const resource of entity.resources ?? [])
    if (resource?.pool !== undefined) sizes.set(resource.pool, (sizes.get(resource.pool) ?? 0) + 1);
  return sizes;
}

function sentence(text: string): string {
  return text.endsWith("?") ? text : `${text}.`;
}
