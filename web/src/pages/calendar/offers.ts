import type {
  AppointmentTypeConfiguration,
  ProductConfiguration,
} from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";

/** A product with the type that it is of. */
export interface OfferedProduct extends ProductConfiguration {
  readonly type: AppointmentTypeConfiguration;
}

export function offersOf({ appointmentTypes }: Entity): OfferedProduct[] {
  return appointmentTypes.flatMap((type) => type.products.map((product) => ({ ...product, type })));
}

export function performs({ type }: OfferedProduct, agentId: string | null | undefined): boolean {
  return agentId == null || type.agents.includes(agentId);
}

/** As many as there are tints in calendar.css. */
const TINTS = 8;

/** Services keep their tint whatever is on the screen. */
export function tintOf({ appointmentTypes }: Entity, typeId: string): number {
  return (
    Math.max(
      0,
      appointmentTypes.findIndex(({ id }) => id === typeId),
    ) % TINTS
  );
}

/** For a select: products below their types. */
export function productChoices(entity: Entity, agentId?: string | null) {
  return entity.appointmentTypes
    .map((type) => ({
      group: type.name,
      items: type.products
        .filter((product) => performs({ ...product, type }, agentId))
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ items }) => items.length > 0);
}
