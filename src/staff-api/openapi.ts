import { z } from "zod";
import { createDocument, type ZodOpenApiResponseObject } from "zod-openapi";
import { bookingForm } from "./booking-wire.ts";
import { clientForm } from "./client-wire.ts";
import { STAFF_PROBLEMS, type StaffProblemCode } from "./problems.ts";
import { CONFIGURATION_TAG, type StaffRoute } from "./route.ts";
import { time } from "./wire.ts";

const CODES = Object.keys(STAFF_PROBLEMS) as [StaffProblemCode, ...StaffProblemCode[]];

const problem = z
  .object({
    type: z.string().meta({ format: "uri-reference" }),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(CODES),
    detail: z.string().optional(),
    issues: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Each member or parameter that is wrong" }),
    rule: z.string().optional().meta({ description: "The rule that refuses a time, such as agent_busy" }),
    bookingId: z.string().optional().meta({ description: "The booking in the way" }),
    alternatives: z.array(z.object({ start: time, end: time })).optional(),
    bookingIds: z.array(z.string()).optional(),
    retryAfterSeconds: z.number().optional().meta({ description: "Of rate_limited, as in Retry-After" }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

const DESCRIPTION = `What the desk's own screen uses, for scripts as well: log in with a key of scope \`staff\`
(\`slotline key create --scope staff\`) as \`Authorization: Bearer KEY\`. Lists come in pages: \`nextCursor\` leads to the
next. What can be changed comes with an ETag; changing it takes that as \`If-Match\`, or \`*\`. A time is written with its
offset. \`GET /api/v1/live\` tells as server-sent events that \`bookings\`, \`clients\`, \`configuration\` or \`calls\` have
changed.`;

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
    info: {
      title: "Slotline staff API",
      version,
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The server that this document comes from" }],
    tags: [...new Set([...routes.map(({ tag }) => tag), LIVE_TAG])].map((name) => ({ name })),
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of scope staff" },
        session: { type: "apiKey", in: "cookie", name: "slotline.session_token" },
      },
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([name, { description, header }]) => [
          name,
          refusal(description, header),
        ]),
      ),
    },
    security: [{ key: [] }, { session: [] }],
    paths: { ...paths, "/api/v1/live": { get: LIVE } } as never,
  });
}

/** By the names of their codes. */
const REFUSALS: Readonly<Record<string, { readonly description: string; readonly header?: string }>> = {
  unauthenticated: {
    description: "Nobody is logged in, and no key that works was sent",
    header: "WWW-Authenticate",
  },
  forbidden: { description: "The role or the key does not allow this, or the account is another one" },
  not_found: { description: "There is no such thing here" },
  conflict: {
    description:
      "slot_taken, slot_not_offered, not_changeable, in_use or conflict: what there is stands against it",
  },
  changed_meanwhile: { description: "Somebody else has changed it meanwhile" },
  if_match_missing: { description: "Say with If-Match which version you have seen" },
  invalid_request: { description: "Something in the request is missing, of the wrong form or not known" },
  rate_limited: { description: "Too many requests", header: "Retry-After" },
};

const HEADERS = {
  "WWW-Authenticate": z.string().meta({ description: "Bearer" }),
  "Retry-After": z.string().meta({ description: "Seconds to wait" }),
  ETag: z.string().meta({
    description: "Of the version that is answered: send it as `If-Match` to change that one",
    example: '"7"',
  }),
} as const;

const PROBLEM = { "application/problem+json": { schema: problem } };

function refusal(description: string, header?: string): ZodOpenApiResponseObject {
  return { description, content: PROBLEM, ...(header === undefined ? {} : { headers: headers(header) }) };
}

function headers(name: string) {
  return z.object({ [name]: HEADERS[name as keyof typeof HEADERS] });
}

const account = z.string().max(200).optional().meta({
  description: "The account, for people who belong to several; that of a key is its own",
});

const IF_MATCH = z.string().meta({
  description: "The ETag of what was seen, or several of them, or `*`: whatever it is by now",
  example: '"7"',
});
const IF_NONE_MATCH = z
  .string()
  .optional()
  .meta({ description: "An ETag: what still has it is answered 304" });
const IDEMPOTENCY_KEY = z.string().optional().meta({
  description:
    "The same request under the same key, within seven days, is answered with what the first one made",
});

const LIVE_TAG = "Live";
const LIVE = {
  operationId: "getLive",
  summary: "Server-sent events: what has changed, never what it is now",
  description:
    "`hello` first, with the ETag of the configuration; then `bookings`, `clients`, `configuration` and `calls`, each with `{}`.",
  tags: [LIVE_TAG],
  requestParams: { query: z.object({ account }) },
  responses: {
    "200": {
      description: "A stream without an end",
      content: { "text/event-stream": { schema: z.string() } },
    },
    ...refusalsOf({ "401": "unauthenticated", "403": "forbidden", "429": "rate_limited" }),
  },
};

function refusalsOf(codes: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(codes).map(([status, code]) => [status, { $ref: `#/components/responses/${code}` }]),
  );
}

/** Whether it comes with an ETag: all of the configuration, one booking, one card. */
function isTagged({ tag, answerForm }: StaffRoute): boolean {
  return tag === CONFIGURATION_TAG || answerForm === bookingForm || answerForm === clientForm;
}

function operationOf(route: StaffRoute): object {
  const { summary, tag, access, needsIfMatch, pathForm, queryForm, answerForm, method, path, status } = route;
  const bodyForm = route.describedBody ?? route.bodyForm;
  const isRead = method === "GET";
  const header = {
    ...(needsIfMatch ? { "If-Match": IF_MATCH } : {}),
    ...(route.isRepeatable ? { "Idempotency-Key": IDEMPOTENCY_KEY } : {}),
    ...(isRead && isTagged(route) ? { "If-None-Match": IF_NONE_MATCH } : {}),
  };
  const tagged = isTagged(route) ? { headers: headers("ETag") } : {};
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[{}]/g, "").replace(/[/-](\w)/g, (_, one: string) => one.toUpperCase())}`,
    summary,
    description: `For: ${access.join(", ")}.`,
    tags: [tag],
    requestParams: { path: pathForm, query: queryForm.extend({ account }), header: z.object(header) },
    ...(bodyForm === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: bodyForm } } } }),
    responses: {
      [answerForm === undefined ? "204" : String(status)]:
        answerForm === undefined
          ? { description: "Done", ...tagged }
          : {
              description: "What was asked for",
              content: { "application/json": { schema: answerForm } },
              ...tagged,
            },
      ...(isRead && isTagged(route)
        ? { "304": { description: "It is still what was seen", ...tagged } }
        : {}),
      ...refusalsOf({
        "401": "unauthenticated",
        "403": "forbidden",
        "404": "not_found",
        ...(isRead ? {} : { "409": "conflict" }),
        ...(needsIfMatch ? { "412": "changed_meanwhile", "428": "if_match_missing" } : {}),
        "422": "invalid_request",
        "429": "rate_limited",
      }),
      default: { description: "Another problem", content: PROBLEM },
    },
  };
}
