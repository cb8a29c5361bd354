import type { Business } from "./check-business.ts";
import type { Exchange, Findings } from "./findings.ts";
import { codeOf, isAnswer, memberOf, type Probe } from "./probe.ts";

/** What gives the inside of a program away: stack traces, queries, paths, pages of a framework. */
const INTERNALS =
  /\bat [\w.<>]+ \(|\bat (?:async )?file:|node_modules|Traceback \(most recent|\.(?:js|ts|py|php|rb|java|go):\d+|SQLSTATE|SQLITE_|syntax error at or near|select .+ from |\bException in\b|NullPointer|TypeError:|<!DOCTYPE/i;

/** An id that no server has. */
const NOBODYS = "conformance-no-such-id";

/** What is wrong with a request is told in a way that a bot can go on with. */
export async function checkErrors(
  probe: Probe,
  findings: Findings,
  business: Business | undefined,
): Promise<void> {
  probe.nextCall();
  const entityId = business?.entityId ?? NOBODYS;
  const wrong: readonly (readonly [action: string, body: string])[] = [
    ["malformed", "{"],
    ["malformed", ""],
    ["malformed", "[]"],
    ["orderPizza", '{"action":"orderPizza"}'],
    ["getEntityForSipId", '{"action":"getEntityForSipId"}'],
    ["getEntityForSipId", JSON.stringify({ action: "getEntityForSipId", sipId: NOBODYS })],
    ["getAppointmentTypes", JSON.stringify({ action: "getAppointmentTypes", entityId: NOBODYS })],
    ["getAgents", JSON.stringify({ action: "getAgents", entityId, appointmentTypeId: NOBODYS })],
    ["getRequiredInfo", JSON.stringify({ action: "getRequiredInfo", productId: NOBODYS })],
    ["getSlots", JSON.stringify({ action: "getSlots", entityId })],
    ["findExistingBooking", JSON.stringify({ action: "findExistingBooking", id: NOBODYS })],
    [
      "cancelAppointment",
      JSON.stringify({
        action: "cancelAppointment",
        bookingId: NOBODYS,
        slotId: NOBODYS,
        start: "2030-01-01T09:00:00Z",
      }),
    ],
  ];
  for (const [action, body] of wrong) checkRefusal(findings, await probe.send(action, body));
  if (business === undefined) return;
  const asked = { action: "getBusinessName", entityId };
  const asText = await probe.send("getBusinessName", JSON.stringify(asked), "text/plain");
  findings.check("transport.text-plain", isAnswer(asText), "the answer", asText);
  const withMore = await probe.send(
    "getBusinessName",
    JSON.stringify({ ...asked, nextVersion: { is: [1] } }),
  );
  findings.check("transport.unknown-members", isAnswer(withMore), "the answer", withMore);
}

export function checkRefusal(findings: Findings, exchange: Exchange): void {
  const { status, body, text } = exchange;
  if (status === undefined) return;
  findings.check("errors.json", body !== undefined, "JSON", exchange);
  findings.check("errors.internals", !INTERNALS.test(text), "nothing about the inside", exchange);
  // findExistingBooking may know nobody, and say that they have no bookings.
  const isEmpty = Array.isArray(body) && body.length === 0;
  const isRefused = (status >= 400 && status < 500) || isEmpty || codeOf(body) !== undefined;
  findings.check("errors.refused", isRefused, "status 4xx", exchange);
  if (isEmpty) return;
  findings.check("errors.problem", codeOf(body) !== undefined, "a member `code`", exchange);
  findings.check("errors.speech", memberOf(body, "speech") !== undefined, "a member `speech`", exchange);
}
