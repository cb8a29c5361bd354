import { toE164 } from "../identity/phone.ts";
import type { Path, Report } from "./fault.ts";
import { pathText } from "./fault.ts";
import type { IncompleteFile } from "./practice-file-schema.ts";
import { quoted } from "./text-schema.ts";

/** The wire may leave the entity out, so every id stands for one thing in the whole account. */
export function checkIds(file: IncompleteFile, report: Report): void {
  const seen = new Map<string, Path>();
  const see = (what: string, key: string | undefined, said: string | undefined, path: Path) => {
    if (key === undefined || said === undefined) return;
    const first = seen.get(`${what} ${key}`);
    if (first === undefined) seen.set(`${what} ${key}`, path);
    else
      report(path, `The ${what} ${quoted(said)} is already used at ${pathText(first)}; choose another one.`);
  };
  const seeId = (what: string, id: string | undefined, owner: Path) => see(what, id, id, [...owner, "id"]);

  file.entities?.forEach((entity, e) => {
    const at = ["entities", e];
    const country = entity?.country ?? entity?.publicHolidays?.country;
    seeId("entity id", entity?.id, at);
    entity?.sipIds?.forEach((sipId, i) => {
      const key = sipId === undefined ? undefined : (toE164(sipId, country) ?? sipId);
      see("SIP id", key, sipId, [...at, "sipIds", i]);
    });
    entity?.agents?.forEach((agent, a) => {
      seeId("agent id", agent?.id, [...at, "agents", a]);
    });
    entity?.resources?.forEach((resource, r) => {
      seeId("resource id", resource?.id, [...at, "resources", r]);
    });
    entity?.appointmentTypes?.forEach((type, t) => {
      seeId("appointment type id", type?.id, [...at, "appointmentTypes", t]);
      type?.products?.forEach((product, p) => {
        seeId("product id", product?.id, [...at, "appointmentTypes", t, "products", p]);
      });
    });
  });
  file.clients?.forEach((client, c) => {
    seeId("client id", client?.id, ["clients", c]);
  });
}
