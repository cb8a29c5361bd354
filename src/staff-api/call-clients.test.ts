import { expect, it } from "vitest";
import type { KeptCall } from "../store/call-log.ts";
import type { ClientsOfCalls } from "../store/desk-clients.ts";
import { clientsOf } from "./call-clients.ts";
import type { StaffApi } from "./route.ts";

const MIA = { id: "mia", firstname: "Mia", lastname: "Meyer" };
const ZOE = { id: "zoe", firstname: "Zoe", lastname: "Zahn" };
/** `dup` was merged into Mia's card; of whoever is not here the card is gone. */
const KNOWN = new Map([
  ["mia", MIA],
  ["dup", MIA],
  ["zoe", ZOE],
]);

/** A look-up as the call log keeps it: what was said, masked, and the ids that it was answered with. */
function lookUp(participant: object, ...ids: readonly string[]): KeptCall {
  return {
    ...{ number: 1, at: 0, accountId: "acc", keyId: "key", entityId: null, callId: "call-1" },
    ...{ action: "findExistingUser", outcome: "ok", milliseconds: 1 },
    request: JSON.stringify({ participant }),
    answer: JSON.stringify(ids.map((id) => ({ id, firstname: "***" }))),
  };
}

async function told(steps: readonly KeptCall[], booked: ClientsOfCalls["booked"] = new Map()) {
  const store = { clientsOfCalls: async () => ({ booked, known: KNOWN }) };
  const call = { steps };
  const clients = await clientsOf({ desk: { store } } as unknown as StaffApi, "acc", [call]);
  return clients(call).map(({ id, knownBy }) => [id, knownBy]);
}

const NAME = { firstname: "***", lastname: "***" };
const NUMBER = { phone: "***", firstname: "", lastname: null };

it("a call was about the clients of its bookings, whomever else it found", async () => {
  const booked = new Map([["call-1", [ZOE, MIA]]]);
  expect(await told([lookUp(NAME, "dup")], booked)).toEqual([
    ["zoe", "booking"],
    ["mia", "booking"],
  ]);
});

it("a call that booked nothing was about the one client whom what was said fits", async () => {
  expect(await told([lookUp(NAME, "mia", "zoe"), lookUp({ ...NAME, dob: "***" }, "mia")])).toEqual([
    ["mia", "details"],
  ]);
  expect(await told([lookUp(NUMBER, "zoe"), lookUp(NAME, "mia"), lookUp(NAME, "dup")])).toEqual([
    ["mia", "details"],
  ]);
});

it("whom a number alone has found is marked as such: others of the family have it, too", async () => {
  expect(await told([lookUp(NUMBER, "zoe")])).toEqual([["zoe", "phone"]]);
  expect(await told([lookUp({ ...NUMBER, email: "***" }, "zoe")])).toEqual([]);
});

it("nobody is named where it could be two, or where the card is gone", async () => {
  expect(await told([lookUp(NAME, "mia", "zoe")])).toEqual([]);
  expect(await told([lookUp(NAME, "mia"), lookUp(NAME, "zoe")])).toEqual([]);
  expect(await told([lookUp(NAME, "mia"), lookUp(NAME, "gone")])).toEqual([]);
  expect(await told([lookUp(NAME, "gone")])).toEqual([]);
  expect(await told([{ ...lookUp(NAME, "mia"), outcome: "too_broad" }])).toEqual([]);
  expect(await told([{ ...lookUp(NAME, "mia"), request: null, answer: "cut off [" }])).toEqual([]);
});
