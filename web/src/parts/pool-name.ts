/**
 * A pool's name is an id, in which there are no spaces: they are kept as underscores. What somebody wrote into a file as an
 * id ("treatment-room") reads as words.
 */
export const poolLabel = (pool: string): string =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(pool)
    ? `${pool.charAt(0).toUpperCase()}${pool.slice(1).replaceAll("-", " ")}`
    : pool.replaceAll("_", " ");

/** The pool among those that goes by that label, else a new one's name. */
export const poolOf = (label: string, pools: readonly string[]): string =>
  pools.find((pool) => poolLabel(pool) === label.trim()) ??
  label.trim().replace(/\s+/g, "_").replaceAll("/", "-").slice(0, 64);
