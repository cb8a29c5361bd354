import fc from "fast-check";
import { describe, it } from "vitest";
import {
  anyAgentOffersTheUnion,
  engineAgreesWithModel,
  RUNS,
  whatIsOfferedCanBeBookedTogether,
} from "./availability-properties.ts";

/** Generous: a failure is shrunk within it too. */
const TIMEOUT_MILLISECONDS = 120_000;

describe("availability of any business on any day", () => {
  it(
    "offers and accepts exactly what the contract's rules say, minute by minute",
    () => fc.assert(engineAgreesWithModel, { numRuns: RUNS }),
    TIMEOUT_MILLISECONDS,
  );

  it(
    "with any agent is the union over the agents",
    () => fc.assert(anyAgentOffersTheUnion, { numRuns: RUNS / 4 }),
    TIMEOUT_MILLISECONDS,
  );

  it(
    "can all be booked, one after the other, without a clash",
    () => fc.assert(whatIsOfferedCanBeBookedTogether, { numRuns: RUNS }),
    TIMEOUT_MILLISECONDS,
  );
});
