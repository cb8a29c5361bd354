import { createContext, type ReactNode, useContext, useState } from "react";
import { type Entity, useAccount } from "../api/queries.ts";

interface Chosen {
  /** Undefined where the account has none yet. */
  readonly entity: Entity | undefined;
  readonly entities: readonly Entity[];
  readonly choose: (entityId: string) => void;
}

const KEPT_AS = "slotline.entity";
const Context = createContext<Chosen>({ entity: undefined, entities: [], choose: () => {} });

/** The branch of the last time, else the first. */
export function lastEntity(entities: readonly Entity[], chosen = keptEntity()): Entity | undefined {
  return entities.find(({ id }) => id === chosen) ?? entities[0];
}

const keptEntity = () => localStorage.getItem(KEPT_AS) ?? undefined;

/** Which branch is shown. */
export function EntityProvider({ children }: { readonly children: ReactNode }) {
  const account = useAccount();
  const [chosen, setChosen] = useState(keptEntity);
  const entities = account.data?.data.entities ?? [];
  const entity = lastEntity(entities, chosen);
  const choose = (entityId: string) => {
    localStorage.setItem(KEPT_AS, entityId);
    setChosen(entityId);
  };
  return <Context value={{ entity, entities, choose }}>{children}</Context>;
}

export function useChosenEntity(): Chosen {
  return useContext(Context);
}

/** The branch that is shown; for pages, which are only there when there is one. */
export function useEntity(): Entity {
  const { entity } = useContext(Context);
  if (entity === undefined) throw new Error("There is no entity to show.");
  return entity;
}
