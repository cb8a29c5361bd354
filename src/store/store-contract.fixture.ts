import { describeAccountIsolation } from "./account-isolation-contract.fixture.ts";
import { describeBookingReads } from "./booking-reads-contract.fixture.ts";
import { describeClients } from "./clients-contract.fixture.ts";
import { describeCommits } from "./commit-contract.fixture.ts";
import { describeConfigurations } from "./configurations-contract.fixture.ts";
import { describeDeskBookings } from "./desk-bookings-contract.fixture.ts";
import { describeDeskClients } from "./desk-clients-contract.fixture.ts";
import { describeKeeping } from "./keeping-contract.fixture.ts";
import { describeKeys } from "./keys-contract.fixture.ts";
import { describeMembers } from "./members-contract.fixture.ts";
import { describeMergingClients } from "./merging-clients-contract.fixture.ts";
import { describePhoneCalls } from "./phone-calls-contract.fixture.ts";
import { describePins } from "./pins-contract.fixture.ts";
import type { OpenStore } from "./store-under-test.fixture.ts";

/**
 * What every store must do, asked through the port alone. An adapter's test calls this with a way to open an empty
 * store; what only one dialect can show (pragmas, locks, files) is tested beside the adapter.
 */
export function describeStore(name: string, openStore: OpenStore): void {
  describeConfigurations(name, openStore);
  describeKeys(name, openStore);
  describeClients(name, openStore);
  describeMergingClients(name, openStore);
  describePins(name, openStore);
  describePhoneCalls(name, openStore);
  describeBookingReads(name, openStore);
  describeCommits(name, openStore);
  describeAccountIsolation(name, openStore);
  describeDeskBookings(name, openStore);
  describeDeskClients(name, openStore);
  describeMembers(name, openStore);
  describeKeeping(name, openStore);
}
