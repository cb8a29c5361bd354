import type { ProductConfiguration, ResourceConfiguration } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";

export interface Pool {
  readonly name: string;
  readonly resources: readonly ResourceConfiguration[];
  /** Variants that need some of it. */
  readonly neededBy: readonly ProductConfiguration[];
}

/** Kinds of rooms and devices in the order in which they were first used. */
export function poolsOf({ resources, appointmentTypes }: Entity): Pool[] {
  const products = appointmentTypes.flatMap((type) => type.products);
  const names = [...new Set(resources.map(({ pool }) => pool))];
  return names.map((name) => ({
    name,
    resources: resources.filter(({ pool }) => pool === name),
    neededBy: products.filter((product) => (product.resources[name] ?? 0) > 0),
  }));
}

/** A variant that needs more of the pool than there would be with one fewer. */
export function shortWithout({ name, resources, neededBy }: Pool): ProductConfiguration | undefined {
  return neededBy.find((product) => product.resources[name]! > resources.length - 1);
}

/** Members of the entity in which the pool goes by its new name, everywhere at once. */
export function renamedPool({ resources, appointmentTypes }: Entity, from: string, to: string) {
  return {
    resources: resources.map((one) => (one.pool === from ? { ...one, pool: to } : one)),
    appointmentTypes: appointmentTypes.map((type) => ({
      ...type,
      products: type.products.map((product) => ({
        ...product,
        resources: Object.fromEntries(
          Object.entries(product.resources).map(([pool, count]) => [pool === from ? to : pool, count]),
        ),
      })),
    })),
  };
}
