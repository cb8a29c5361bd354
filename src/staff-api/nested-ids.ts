/** What an id begins with, by the list in which the item stands. */
const PREFIXES: Readonly<Record<string, string>> = {
  agents: "ag",
  resources: "res",
  appointmentTypes: "type",
  products: "pr",
};

/** The same with an id for each new item of its lists, at any depth, that has none. */
export function withNestedIds(
  item: Readonly<Record<string, unknown>>,
  newId: (prefix: string) => string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const prefix = Object.hasOwn(PREFIXES, name) ? PREFIXES[name] : undefined;
      if (prefix === undefined || !Array.isArray(value)) return [name, value];
      return [
        name,
        value.map((one: unknown) => {
          // Who performs a type stands there by id.
          if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
          return withNestedIds("id" in one ? { ...one } : { id: newId(prefix), ...one }, newId);
        }),
      ];
    }),
  );
}
