import { describe, expect, it } from "vitest";
import type { ActionName } from "../protocol/index.ts";
import { invariantFaults } from "./invariants.ts";
import type { PlayedCall } from "./play-call.ts";

const STORED = [
  { id: "uwe", phone: "+493412223344", dob: "1980-03-04", email: "uwe@example.com", street: "Am Markt 1" },
];

function played({ said = ["Guten Tag."], wrote = [] as ActionName[], status = 200 }): PlayedCall {
  const exchanges = wrote.map((action) => ({ action, request: {}, status, body: {}, milliseconds: 1 }));
  return { said, exchanges, transcript: [], ended: "goodbye" };
}

const faults = (call: PlayedCall, confirmed = 0, told: string[] = []) =>
  invariantFaults(call, { confirmed, stored: STORED, told });

describe("what must hold in every call", () => {
  it("nothing is wrong with a call that only greets", () => {
    expect(faults(played({}))).toEqual([]);
  });

  it.each(["bookAppointment", "modifyAppointment", "cancelAppointment"] as const)(
    "%s without a yes is named; with one, or refused, it is not",
    (action) => {
      expect(faults(played({ wrote: [action] }))).toEqual(["wrote 1 times after 0 confirmations"]);
      expect(faults(played({ wrote: [action, action] }), 1)).toEqual(["wrote 2 times after 1 confirmations"]);
      expect(faults(played({ wrote: [action] }), 1)).toEqual([]);
      expect(faults(played({ wrote: [action], status: 409 }))).toEqual([]);
    },
  );

  it.each([
    ["phone", "Telefon 0 3 4 1 2 2 2 3 3 4 4"],
    ["dob", "geboren am 1980-03-04"],
    ["dob", "geboren am 4. März 1980"],
    ["dob", "born on March 4, 1980"],
    ["email", "Schreiben wir an uwe@example.com?"],
    ["street", "Wohnen Sie Am Markt 1?"],
  ])("reading out a stored %s is named", (field, text) => {
    expect(faults(played({ said: [text] }))).toEqual([`read out the ${field} of uwe`]);
  });

  it("what the caller has told may be read back", () => {
    expect(faults(played({ said: ["Telefon 0 3 4 1 2 2 2 3 3 4 4"] }), 0, ["+493412223344"])).toEqual([]);
  });

  it("a call without an end is named", () => {
    expect(faults(played({ said: Array(81).fill("Wie bitte?") }))).toEqual(["went on for 81 sentences"]);
  });
});
