import { z } from "zod";
import { createDocument } from "zod-openapi";
import { STAFF_PROBLEMS, type StaffProblemCode } from "./problems.ts";
import type { StaffRoute } from "./route.ts";

const CODES = Object.keys(STAFF_PROBLEMS) as [StaffProblemCode, ...StaffProblemCode[]];

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(CODES),
    detail: z.string().optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    rule: z.string().optional().meta({ description: "The rule that refuses a time, such as agent_busy" }),
    bookingId: z.string().optional().meta({ description: "The booking in the way" }),
    alternatives: z.array(z.object({ start: z.string(), end: z.string() })).optional(),
    bookingIds: z.array(z.string()).optional(),
    retryAfterSeconds: z.number().optional().meta({ description: "Of rate_limited, as in Retry-After" }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

const DESCRIPTION = `What the desk's own screen uses, for scripts as well: log in with a key of scope \`staff\`
(\`slotline key create --scope staff\`) as \`Authorization: Bearer KEY\`. Lists come in pages: \`nextCursor\` leads to the
next. What can be changed comes with an ETag; changing it takes that as \`If-Match\`, or \`*\`. A time is written with its
offset. \`GET /api/v1/live\` tells as server-sent events that \`bookings\`, \`configuration\` or \`calls\` have changed.`;

/** The OpenAPI 3.1 description, from the very forms that check requests. */
export function staffOpenApi(routes: readonly StaffRoute[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path}`;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operationOf(route);
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Slotline staff API", version, description: DESCRIPTION },
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "slotline.session_token" },
      },
    },
    security: [{ key: [] }, { session: [] }],
    paths: paths as never,
  });
}

function operationOf(route: StaffRoute): object {
  const {
    summary,
    tag,
    access,
    needsIfMatch,
    pathForm,
    queryForm,
    bodyForm,
    answerForm,
    method,
    path,
    status,
  } = route;
  const header = needsIfMatch ? z.object({ "If-Match": z.string() }) : undefined;
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[{}]/g, "").replace(/[/-](\w)/g, (_, one: string) => one.toUpperCase())}`,
    summary,
    description: `For: ${access.join(", ")}.`,
    tags: [tag],
    requestParams: { path: pathForm, query: queryForm, ...(header === undefined ? {} : { header }) },
    ...(bodyForm === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: bodyForm } } } }),
    responses: {
      [answerForm === undefined ? "204" : String(status)]:
        answerForm === undefined
          ? { description: "Done" }
          : { description: "What was asked for", content: { "application/json": { schema: answerForm } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problem } } },
    },
  };
}
