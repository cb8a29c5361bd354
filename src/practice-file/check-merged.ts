import type { AccountConfiguration } from "../scheduling/configuration.ts";
import type { GoneClient } from "../store/store.ts";
import { checkClients } from "./check-clients.ts";
import { checkIds } from "./check-ids.ts";
import { checkOffers } from "./check-offers.ts";
import type { FileClient } from "./client-schema.ts";
import type { Path, PathFault } from "./fault.ts";
import { byId, whyGone } from "./gone-clients.ts";

/**
 * What is wrong only beside what is stored: a SIP id of a stored entity in another spelling, a stored product whose
 * resources the file takes away, a client who was erased. Paths are the file's, as far as the file has them.
 */
export function checkMerged(
  file: {
    readonly configuration: AccountConfiguration;
    readonly clients: readonly FileClient[];
    readonly gone: readonly GoneClient[];
  },
  merged: AccountConfiguration,
  country: string | undefined,
): PathFault[] {
  const faults: PathFault[] = [];
  const report = (path: Path, message: string) => faults.push({ path, message });
  checkClients({ clients: file.clients }, country, report);
  const gone = byId(file.gone);
  file.clients.forEach(({ id }, index) => {
    const wasGone = id === undefined ? undefined : gone.get(id);
    if (wasGone !== undefined) report(["clients", index, "id"], whyGone(wasGone));
  });
  if (merged !== file.configuration) {
    const beside = (path: Path, message: string) =>
      report(path, `Together with what is stored and not in this file: ${message} Or apply with --prune.`);
    checkIds({ entities: merged.entities }, beside);
    checkOffers({ entities: merged.entities }, beside);
  }
  return faults;
}
