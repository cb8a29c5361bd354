import { checkClients } from "./check-clients.ts";
import { checkIds } from "./check-ids.ts";
import { checkOffers } from "./check-offers.ts";
import { checkRegions, namesRegion } from "./check-regions.ts";
import { checkSchedules } from "./check-schedules.ts";
import { phoneCountryOf } from "./client-identity.ts";
import type { PathFault } from "./fault.ts";
import type { IncompleteFile } from "./practice-file-schema.ts";
import { holidayCalendar } from "./public-holidays.ts";

/** What is wrong between the parts of a file that are right by themselves. */
export async function checkFile(file: IncompleteFile): Promise<PathFault[]> {
  const faults: PathFault[] = [];
  const report = (path: PathFault["path"], message: string) => faults.push({ path, message });
  checkIds(file, report);
  checkOffers(file, report);
  checkSchedules(file, report);
  checkClients(file, phoneCountryOf(file), report);
  if (namesRegion(file)) checkRegions(file, holidayCalendar(), report);
  return faults;
}
