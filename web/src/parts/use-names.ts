import { useAccount } from "../api/queries.ts";
import { agentName } from "./names.ts";

/** Names and zones of what the configuration holds, by id; of what is no longer in it, the id. */
export function useNames() {
  const entities = useAccount().data?.data.entities ?? [];
  return {
    entity: (id: string) => entities.find((entity) => entity.id === id)?.name ?? id,
    zone: (entityId: string | null) =>
      (entities.find(({ id }) => id === entityId) ?? entities[0])?.timezone ?? "UTC",
    product: (id: string) =>
      entities
        .flatMap(({ appointmentTypes }) => appointmentTypes)
        .flatMap(({ products }) => products)
        .find((product) => product.id === id)?.name,
    agent: (id: string) => {
      const agent = entities.flatMap(({ agents }) => agents).find((one) => one.id === id);
      return agent === undefined ? id : agentName(agent);
    },
  };
}
