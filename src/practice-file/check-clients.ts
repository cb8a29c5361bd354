import { identityOf } from "./client-identity.ts";
import { pathText, type Report } from "./fault.ts";
import type { IncompleteFile } from "./practice-file-schema.ts";

/** Clients without an id are known by who they are, so that nobody may be there twice. */
export function checkClients(file: IncompleteFile, country: string | undefined, report: Report): void {
  const seen = new Map<string, number>();
  file.clients?.forEach((client, index) => {
    if (client === undefined || client.id !== undefined) return;
    if (client.firstname == null && client.lastname == null) {
      // A name that is there but faulty is reported as such.
      if (!("firstname" in client) && !("lastname" in client))
        report(["clients", index], "This client has neither id nor name; add firstname, lastname or both.");
      return;
    }
    const identity = identityOf(client, country);
    const first = seen.get(identity);
    if (first === undefined) seen.set(identity, index);
    else
      report(
        ["clients", index],
        `This is the same client as ${pathText(["clients", first])}; remove one, or give each an id.`,
      );
  });
}
