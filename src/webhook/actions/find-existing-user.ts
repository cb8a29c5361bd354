import { z } from "zod";
import { findClients } from "../../booking/find-clients.ts";
import { done, refused } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { userAnswer, wireUser } from "../answers.ts";
import { clientDetails, provingUser } from "../members.ts";

const MEMBERS = "participant, user or booker";

export const findExistingUser = defineAction({
  name: "findExistingUser",
  summary: "Which clients the caller can be, best match first, at most 10",
  scope: "clients",
  request: {
    participant: provingUser
      .nullish()
      .meta({ description: "What the caller said; `user` and `booker` mean the same" }),
    user: provingUser.nullish(),
    booker: provingUser.nullish(),
  },
  answer: z.array(userAnswer),
  example: {
    request: { participant: { firstname: "Max", lastname: "Mustermann", dob: "1985-07-25" } },
    answer: [
      {
        id: "abcUserId",
        firstname: "Max",
        lastname: "Mustermann",
        lastlame: "Mustermann",
        email: "max.mustermann@mailinator.com",
        dob: "1985-07-25",
        phone: "+49-341-1234567",
        street: "Beispiel Str. 2",
        zip: "01044",
        city: "Musterstadt",
        country: "Musterland",
      },
    ],
  },
  handle: async ({ desk, caller }, request) => {
    const path = (["participant", "user", "booker"] as const).find((member) => request[member] != null);
    const said = path === undefined ? undefined : request[path];
    if (path === undefined || said == null) {
      return refused("invalid_request", {
        issues: [{ path: "participant", message: `is missing: send what the caller said as ${MEMBERS}` }],
      });
    }
    const { pin, ...details } = said;
    const clients = await findClients(desk, caller, {
      entityId: request.entityId,
      said: clientDetails(details),
      pin,
      path,
    });
    return clients.ok ? done(clients.value.map(wireUser)) : clients;
  },
});
