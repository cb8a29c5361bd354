import { z } from "zod";
import { configurationTag, edit, unknown } from "../configuration-edit.ts";
import { ENTITY_FORMS } from "../configuration-forms.ts";
import { answer, CONFIGURATION_TAG, route, type StaffRoute } from "../route.ts";
import { EVERYBODY, OWNERS } from "../staff.ts";

const account = z
  .object({
    id: z.string(),
    name: z.string(),
    disclose: z.enum(["full", "minimal"]).optional(),
    entities: z.array(ENTITY_FORMS.whole),
  })
  .meta({ id: "Account" });

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
