import { parseArgs } from "node:util";
import fc from "fast-check";
import {
  anyAgentOffersTheUnion,
  engineAgreesWithModel,
  whatIsOfferedCanBeBookedTogether,
} from "../test/properties/availability-properties.ts";
import { soakPostgres } from "./soak-postgres.ts";

/**
 * `npm run soak`: what `npm test` has no time for. The property tests with many more runs, a seed a round; then
 * callers at four servers on one PostgreSQL for five minutes (`-- --postgres` for these alone, `--seconds 60` for less).
 */

const ROUNDS = 20;
const RUNS_A_ROUND = 2_000;

const PROPERTIES = { engineAgreesWithModel, anyAgentOffersTheUnion, whatIsOfferedCanBeBookedTogether };

const { values } = parseArgs({
  options: { postgres: { type: "boolean", default: false }, seconds: { type: "string", default: "300" } },
});
const seconds = Number(values.seconds);
if (!(seconds > 0)) throw new Error("--seconds must be a number of seconds");

const say = (line: string) => process.stdout.write(`${line}\n`);

for (let round = 1; round <= ROUNDS && !values.postgres; round += 1) {
  for (const [name, property] of Object.entries(PROPERTIES)) {
    fc.assert(property as fc.IProperty<unknown>, { numRuns: RUNS_A_ROUND });
    say(`round ${round} of ${ROUNDS}: ${name} holds in ${RUNS_A_ROUND} runs`);
  }
}

const faults = await soakPostgres(seconds * 1_000, say);
for (const fault of faults) say(fault);
say(faults.length === 0 ? "PostgreSQL: no deadlock, nothing lost, nothing twice" : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
