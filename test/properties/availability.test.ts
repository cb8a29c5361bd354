import fc from "fast-check";
import { describe, it } from "vitest";
import { engineAgreesWithModel, RUNS, whatIsOfferedCanBeBookedTogether } from "./availability-properties.ts";

describe("availability of any business on any day", () => {
  it("offers and accepts exactly what the contract's rules say, minute by minute", () => {
    fc.assert(engineAgreesWithModel, { numRuns: RUNS });
  }, 120_000);

  it("can all be booked, one after the other, without a clash", () => {
    fc.assert(whatIsOfferedCanBeBookedTogether, { numRuns: RUNS });
  }, 120_000);
});
