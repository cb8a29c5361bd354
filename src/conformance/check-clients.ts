import type { Business } from "./check-business.ts";
import type { Findings } from "./findings.ts";
import type { Probe } from "./probe.ts";

/** Somebody whom no card index has. */
const NOBODY = {
  firstname: "Xaverine",
  lastname: "Quodlibetsky",
  dob: "1957-02-03",
  phone: "+4930231259998",
  email: "nobody@conformance.invalid",
};

/** What can be known about clients without a booking. */
export async function checkClients(probe: Probe, findings: Findings, { entityId }: Business): Promise<void> {
  probe.nextCall();
  const nobody = await probe.read("findExistingUser", { entityId, participant: NOBODY }, "users.shape");
  if (nobody !== undefined) {
    findings.check("users.unknown", nobody.answer.length === 0, "an empty list", nobody.exchange);
  }
  const members = { action: "findExistingUser", entityId, participant: {} };
  const everybody = await probe.send("findExistingUser", JSON.stringify(members));
  const listed = Array.isArray(everybody.body) ? everybody.body.length : 0;
  findings.check("users.too-broad", listed === 0, `a refusal or nobody, not ${listed} clients`, everybody);
}
