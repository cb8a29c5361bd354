import { z } from "zod";
import { createDocument } from "zod-openapi";
import { ACTIONS } from "./actions.ts";
import { slotAnswer } from "./answers.ts";
import { PROBLEMS, type ProblemCode } from "./problems.ts";

const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(CODES),
    detail: z.string().optional(),
    speech: z.string().meta({ description: "One sentence that the bot can say, in the entity's language" }),
    retryable: z.boolean().meta({ description: "Whether the same request can succeed later" }),
    missing: z.array(z.string()).optional().meta({ description: "Such as booker.email, participant.dob" }),
    alternatives: z
      .array(slotAnswer)
      .optional()
      .meta({ description: "Free starts before and after, bookable as they are" }),
    issues: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Each member that is missing or of the wrong form" }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

const DESCRIPTION = `One URL for thirteen actions: \`action\` in the JSON body chooses. A body is read as JSON whatever its
content type says; unknown members are ignored. Every answer is JSON. Problems are answered with their status as
application/problem+json.`;

const UNDERSTOOD_HEADERS = z.object({
  "Slotline-Understood": z.string().optional().meta({
    description: "getSlots with words as dateTime: what they were taken for, percent-encoded UTF-8",
    example: "Dienstag%2C%201.%20Dezember%2C%20ab%2014%3A30%20Uhr",
  }),
  "Slotline-Ambiguous": z.string().optional().meta({
    description: "The readings that were not chosen, each percent-encoded, with commas between",
  }),
});

/** The OpenAPI 3.1 description, from the very schemas that check requests. */
export function openApiDocument(version: string): object {
  const actions = [...ACTIONS.values()];
  const operation = {
    summary: "Call an action",
    description: DESCRIPTION,
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: z.discriminatedUnion("action", actions.map((action) => action.request) as never),
          examples: Object.fromEntries(
            actions.map(({ name, summary, example }) => [name, { summary, value: example.request }]),
          ),
        },
      },
    },
    responses: {
      "200": {
        description: "What the action answers",
        headers: UNDERSTOOD_HEADERS,
        content: {
          "application/json": {
            schema: z.union(
              actions.map((action) => action.answer.meta({ title: action.name })) as [
                z.ZodType,
                ...z.ZodType[],
              ],
            ),
            examples: Object.fromEntries(
              actions.map(({ name, summary, example }) => [name, { summary, value: example.answer }]),
            ),
          },
        },
      },
      ...problemResponses(),
    },
  };
  const keyInPath = {
    requestParams: {
      path: z.object({ key: z.string().meta({ description: "The key that `slotline key create` made" }) }),
    },
  };
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Slotline webhook",
      version,
      description: "The booking desk that a telephone voice bot talks to.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }, { apiKey: [] }, { token: [] }, { query: [] }],
    paths: {
      "/webhook": { post: { ...operation, operationId: "callAction" } },
      "/webhook/{key}": {
        post: { ...operation, ...keyInPath, operationId: "callActionWithKey", security: [] },
      },
    },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        apiKey: { type: "apiKey", in: "header", name: "X-API-Key" },
        token: { type: "apiKey", in: "header", name: "Token" },
        query: { type: "apiKey", in: "query", name: "key" },
      },
    },
  });
}

/** Problems by status, each with the codes that it can have. */
function problemResponses() {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of CODES) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `${status}`,
      {
        description: codes.map((code) => `${code}: ${PROBLEMS[code].title}`).join("; "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}
