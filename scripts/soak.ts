import fc from "fast-check";
import {
  anyAgentOffersTheUnion,
  engineAgreesWithModel,
  whatIsOfferedCanBeBookedTogether,
} from "../test/properties/availability-properties.ts";

/** `npm run soak`: the property tests with many more runs than `npm test` has time for, a seed a round. */

const ROUNDS = 20;
const RUNS_A_ROUND = 2_000;

const PROPERTIES = { engineAgreesWithModel, anyAgentOffersTheUnion, whatIsOfferedCanBeBookedTogether };

for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [name, property] of Object.entries(PROPERTIES)) {
    fc.assert(property as fc.IProperty<unknown>, { numRuns: RUNS_A_ROUND });
    process.stdout.write(`round ${round} of ${ROUNDS}: ${name} holds in ${RUNS_A_ROUND} runs\n`);
  }
}
