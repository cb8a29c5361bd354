import { z } from "zod";
import { entitySchema } from "../../practice-file/entity-schema.ts";
import { AGENTS, edit, placeOfItem, unknown } from "../configuration-edit.ts";
import { AGENT_FORMS } from "../configuration-forms.ts";
import { CONFIGURATION_TAG, route, type StaffRoute } from "../route.ts";
import { DESK } from "../staff.ts";
import { id } from "../wire.ts";

const agentForm = entitySchema.shape.agents.unwrap().element;

/** All that the desk may set of an agent: whoever hears that somebody is ill has to be able to enter it. */
const replace = route({
  method: "PUT",
  path: "/agents/{agentId}/absences",
  access: DESK,
  tag: CONFIGURATION_TAG,
  summary: "When an agent is away, as a whole list; what is booked in that time stays",
  needsIfMatch: true,
  pathForm: z.object({ agentId: id }),
  bodyForm: z.strictObject({ items: agentForm.shape.timeOff.unwrap() }),
  answerForm: AGENT_FORMS.whole,
  handle: async (request) => {
    const { agentId } = request.path;
    return await edit(
      request,
      { name: "agents.change", subjectId: agentId, members: ["timeOff"] },
      (configuration) => {
        const place = placeOfItem(AGENTS, configuration, agentId);
        if (place === undefined) return unknown();
        place.items[place.index]!.timeOff = request.body.items;
        return { path: place.path };
      },
      (configuration) => {
        const place = placeOfItem(AGENTS, configuration, agentId);
        return place?.items[place.index];
      },
    );
  },
});

export const ABSENCE_ROUTES: readonly StaffRoute[] = [replace];
