/** A pool's name is an id, in which there are no spaces: they are kept as underscores. */
export const poolLabel = (pool: string): string => pool.replaceAll("_", " ");

export const poolOf = (label: string): string =>
  label.trim().replace(/\s+/g, "_").replaceAll("/", "-").slice(0, 64);
