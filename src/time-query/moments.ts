import type { Minute } from "../scheduling/range.ts";
import type { Moment, Piece } from "./senses.ts";

/** The end of a range that has none: the first minute of the year 2200. */
export const OPEN_END: Minute = 120_968_640;

/** Nobody can come this very minute: from now on, the sooner the better. */
export const nowPiece: Piece = {
  kind: "moment",
  moment: { point: true, soonest: true, at: ({ now }) => ({ start: now, end: OPEN_END }) },
};

/** Later than the appointment that is spoken of. */
export const later: Moment = {
  point: false,
  at: ({ referenceStart }) =>
    referenceStart === undefined ? "no_reference" : { start: referenceStart + 1, end: OPEN_END },
};

/** Earlier than the appointment that is spoken of. */
export const earlier: Moment = {
  point: false,
  at: ({ now, referenceStart }) =>
    referenceStart === undefined ? "no_reference" : { start: now, end: referenceStart },
};
