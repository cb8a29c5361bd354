import { z } from "zod";
import { entitySchema } from "../../practice-file/entity-schema.ts";
import { configurationTag, edit, unknown } from "../configuration-edit.ts";
import { answer, route, type StaffRoute } from "../route.ts";
import { EVERYBODY, OWNERS } from "../staff.ts";

/** Under which the routes of the configuration stand in the API's description. */
export const CONFIGURATION_TAG = "Configuration";

const account = z.object({
  id: z.string(),
  name: z.string(),
  disclose: z.enum(["full", "minimal"]).optional(),
  entities: z.array(entitySchema),
});

export const ACCOUNT_ROUTES: readonly StaffRoute[] = [
  route({
    method: "GET",
    path: "/account",
    access: EVERYBODY,
    tag: CONFIGURATION_TAG,
    summary: "The account with everything that is configured, in the shapes of the practice file",
    answerForm: account,
    handle: async ({ api, staff }) => {
      const stored = await api.desk.store.configuration(staff.accountId);
      if (stored === undefined) return unknown();
      return answer(stored.configuration, { etag: configurationTag(stored.version) });
    },
  }),
  route({
    method: "PATCH",
    path: "/account",
    access: OWNERS,
    tag: CONFIGURATION_TAG,
    summary: "Change the account's name, or how much bots hear about clients",
    needsIfMatch: true,
    bodyForm: z.strictObject({
      name: z.string().optional(),
      disclose: z.enum(["full", "minimal"]).optional(),
    }),
    answerForm: account,
    handle: async (request) =>
      await edit(
        request,
        { name: "account.change", subjectId: request.staff.accountId, members: Object.keys(request.body) },
        (configuration) => {
          Object.assign(configuration.account, request.body);
          return { path: "account" };
        },
        ({ account: changed, entities }) => ({ ...changed, entities }),
      ),
  }),
];
