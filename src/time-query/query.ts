import type { Time } from "./clock.ts";
import type { Days } from "./days.ts";
import type { Edge, Moment } from "./senses.ts";

/** A day, a time of day, or both. */
export interface Operand {
  readonly days: readonly Days[];
  readonly time?: Time | undefined;
  readonly moment?: Moment | undefined;
}

/** A stretch of real time that begins or ends where an operand says. */
export type Bound =
  | { readonly kind: "bound"; readonly edge: Edge; readonly operand: Operand }
  | { readonly kind: "range"; readonly low: Operand; readonly high: Operand };

/** All of it holds together. */
export interface Group {
  readonly days: readonly Days[];
  readonly times: readonly Time[];
  readonly bounds: readonly Bound[];
  readonly moments: readonly Moment[];
}

export interface Query {
  /** One of these. */
  readonly groups: readonly Group[];
  /** And none of these. */
  readonly except: readonly Group[];
  /** Said to be open: "as soon as possible", "any time". */
  readonly open: boolean;
  /** Of what is free the first is wanted: "as soon as possible", "now", "at ten at the earliest". */
  readonly soonest: boolean;
}
