import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { TimeZone } from "../scheduling/time-zone.ts";
import {
  type CallSettings,
  type Dialogue,
  type DialogueEvent,
  newDialogue,
  transition,
} from "../voicebot/index.ts";
import { type Admission, admit } from "../webhook/admission.ts";
import { readJsonBody } from "../webhook/json-body.ts";
import { sendProblem } from "../webhook/send-problem.ts";

/** Itself and this server, nothing else. */
const NOTHING_FROM_OUTSIDE =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";

const FILES = {
  "/simulator": { file: "simulator.html", type: "text/html; charset=utf-8" },
  "/simulator/simulator.css": { file: "simulator.css", type: "text/css; charset=utf-8" },
  "/simulator/simulator.js": { file: "simulator.js", type: "text/javascript; charset=utf-8" },
  "/simulator/texts.js": { file: "texts.js", type: "text/javascript; charset=utf-8" },
} as const;

/** A state holds the slots of a week, and so can the event. */
const BODY_LIMIT_BYTES = 512 * 1024;

const LONGEST_SAID = 500;

/** What is checked of a turn; the state is the server's own, given back, and read with care. */
const turn = z.object({
  settings: z.object({
    sipId: z.string().min(1).max(128),
    language: z.enum(["de", "en"]),
    country: z.string().length(2).default("DE"),
    timezone: z
      .string()
      .max(64)
      .refine((zone) => TimeZone.named(zone) !== undefined, "is no time zone such as Europe/Berlin"),
    callerNumber: z.string().max(64).optional(),
  }),
  state: z.looseObject({ phase: z.enum(["new", "listening", "waiting", "ended"]) }).optional(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("answered") }),
    z.object({ type: z.literal("said"), text: z.string().max(LONGEST_SAID) }),
    z.object({ type: z.literal("pressed"), keys: z.string().max(32) }),
    z.object({ type: z.literal("silence") }),
    z.object({ type: z.literal("hung up") }),
    z.object({ type: z.literal("webhook answered"), body: z.unknown() }),
    z.object({ type: z.literal("webhook failed"), problem: z.looseObject({}).optional() }),
  ]),
});

/**
 * The page at `/simulator`, and `POST /simulator/turn`: what the reference bot does next. The page keeps the state and asks
 * the webhook itself, with its user's key; a turn needs a valid key as well, and counts as a request of it.
 */
export function simulatorRoutes(app: FastifyInstance, dependencies: Admission): void {
  for (const [url, { file, type }] of Object.entries(FILES)) {
    let made: { readonly text: string; readonly tag: string } | undefined;
    app.get(url, async (request, reply) => {
      made ??= fileOf(file);
      reply
        .type(type)
        .header("content-security-policy", NOTHING_FROM_OUTSIDE)
        .header("x-content-type-options", "nosniff")
        .header("referrer-policy", "no-referrer")
        .header("cache-control", "no-cache")
        .header("etag", made.tag);
      const isKnown = request.headers["if-none-match"] === made.tag;
      return await (isKnown ? reply.code(304).send() : reply.send(made.text));
    });
  }
  app.post("/simulator/turn", { bodyLimit: BODY_LIMIT_BYTES }, async (request, reply) => {
    const admitted = await admit(request, dependencies);
    if (!admitted.ok) {
      if (admitted.retryAfterSeconds !== undefined) reply.header("retry-after", admitted.retryAfterSeconds);
      return await sendProblem(reply, admitted.code, admitted.details);
    }
    const body = readJsonBody((request.body as Uint8Array | undefined) ?? new Uint8Array());
    if (!body.ok) return await sendProblem(reply, "malformed_json", { detail: body.message });
    const checked = turn.safeParse(body.value);
    if (!checked.success) {
      const issues = checked.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
      return await sendProblem(reply, "invalid_request", { issues });
    }
    const { settings, state, event } = checked.data;
    const { timezone, ...others } = settings;
    const today = new Intl.DateTimeFormat("sv", { timeZone: timezone }).format(dependencies.desk.now());
    const before = (state as Dialogue | undefined) ?? newDialogue({ ...others, today } as CallSettings);
    try {
      const next = transition(before, event as DialogueEvent);
      return await reply.header("cache-control", "no-store").send(next);
    } catch {
      const issues = [{ path: "state", message: "is no state that this server has given" }];
      return await sendProblem(reply, "invalid_request", { issues });
    }
  });
}

function fileOf(name: string): { readonly text: string; readonly tag: string } {
  const text = readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"` };
}
