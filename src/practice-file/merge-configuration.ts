import type {
  AccountConfiguration,
  AgentConfiguration,
  AppointmentTypeConfiguration,
  EntityConfiguration,
} from "../scheduling/configuration.ts";

interface Identified {
  readonly id: string;
}

/** What of the stored account stays, because the file does not speak about it. */
interface Unmentioned {
  has(kind: "agent" | "appointment_type" | "product" | "resource", id: string): boolean;
  hasSipId(sipId: string): boolean;
}

/**
 * The account as the file wants it: what the file holds replaces what is stored. What it does not mention goes with
 * `prune` and stays without, after what the file holds; whatever moved to another place in the file has moved.
 */
export function mergeConfiguration(
  current: AccountConfiguration | undefined,
  file: AccountConfiguration,
  { prune }: { readonly prune: boolean },
): AccountConfiguration {
  if (current === undefined || prune) return file;
  const unmentioned = unmentionedIn(file);
  const stored = new Map(current.entities.map((entity) => [entity.id, entity]));
  const entities = file.entities.map((entity) => mergeEntity(stored.get(entity.id), entity, unmentioned));
  return { ...file, entities: [...entities, ...rest(current.entities, file.entities, unmentioned)] };
}

function rest(
  stored: readonly EntityConfiguration[],
  mentioned: readonly EntityConfiguration[],
  unmentioned: Unmentioned,
): EntityConfiguration[] {
  return without(stored, mentioned).map((entity) => {
    const agents = staying(entity.agents, "agent", unmentioned);
    return {
      ...entity,
      // A SIP id leads to one entity only: the file's.
      sipIds: entity.sipIds.filter((sipId) => unmentioned.hasSipId(sipId)),
      resources: staying(entity.resources, "resource", unmentioned),
      agents,
      appointmentTypes: stayingTypes(entity, agents, unmentioned),
    };
  });
}

function mergeEntity(
  stored: EntityConfiguration | undefined,
  file: EntityConfiguration,
  unmentioned: Unmentioned,
): EntityConfiguration {
  if (stored === undefined) return file;
  const agents = [...file.agents, ...staying(stored.agents, "agent", unmentioned)];
  const storedTypes = new Map(stored.appointmentTypes.map((type) => [type.id, type]));
  return {
    ...file,
    resources: [...file.resources, ...staying(stored.resources, "resource", unmentioned)],
    agents,
    appointmentTypes: [
      ...file.appointmentTypes.map((type) => ({
        ...type,
        products: [
          ...type.products,
          ...staying(storedTypes.get(type.id)?.products ?? [], "product", unmentioned),
        ],
      })),
      ...stayingTypes(stored, agents, unmentioned),
    ],
  };
}

function stayingTypes(
  stored: EntityConfiguration,
  agents: readonly AgentConfiguration[],
  unmentioned: Unmentioned,
): AppointmentTypeConfiguration[] {
  return staying(stored.appointmentTypes, "appointment_type", unmentioned).map((type) => ({
    ...type,
    agents: type.agents.filter((id) => agents.some((agent) => agent.id === id)),
    products: staying(type.products, "product", unmentioned),
  }));
}

function staying<T extends Identified>(
  stored: readonly T[],
  kind: Parameters<Unmentioned["has"]>[0],
  unmentioned: Unmentioned,
): T[] {
  return stored.filter((one) => unmentioned.has(kind, one.id));
}

function without<T extends Identified>(stored: readonly T[], mentioned: readonly Identified[]): T[] {
  const ids = new Set(mentioned.map((one) => one.id));
  return stored.filter((one) => !ids.has(one.id));
}

function unmentionedIn(file: AccountConfiguration): Unmentioned {
  const idsOf = (things: readonly Identified[]) => new Set(things.map((thing) => thing.id));
  const types = file.entities.flatMap((entity) => entity.appointmentTypes);
  const mentioned = {
    agent: idsOf(file.entities.flatMap((entity) => entity.agents)),
    resource: idsOf(file.entities.flatMap((entity) => entity.resources)),
    appointment_type: idsOf(types),
    product: idsOf(types.flatMap((type) => type.products)),
  };
  const sipIds = new Set(file.entities.flatMap((entity) => entity.sipIds));
  return {
    has: (kind, id) => !mentioned[kind].has(id),
    hasSipId: (sipId) => !sipIds.has(sipId),
  };
}
