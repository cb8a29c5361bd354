import type { RowSource, RowTarget } from "./row-source.ts";

/** Where a store is. */
export type StorePlace =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

export interface OpenedSource {
  readonly rows: RowSource;
  /** Equal for one and the same database, by whatever name it is called. */
  readonly identity: string;
}

/** What a store is read from, in one transaction. */
export type ReadPlace<P> = <T>(place: P, work: (source: OpenedSource) => Promise<T>) => Promise<T>;

/** What a store is written to: all that `work` wrote, or nothing when it throws. */
export type WritePlace<P> = <T>(
  place: P,
  source: OpenedSource,
  work: (target: RowTarget) => Promise<T>,
) => Promise<T>;
