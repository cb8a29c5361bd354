import { parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { USER_FIELDS } from "../protocol/index.ts";

/** Many calls to one business, each with what it must come to; `slotline scenarios run` plays them. */

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const localTime = z.string().regex(LOCAL_TIME, "is no local time such as 2026-12-01T09:00");

const person = z.strictObject(
  Object.fromEntries(USER_FIELDS.map((field) => [field, z.string().optional()])) as Record<
    (typeof USER_FIELDS)[number],
    z.ZodOptional<z.ZodString>
  >,
);

/** A booking that somebody else has made before, or makes meanwhile. */
const bookingMade = z.strictObject({
  product: z.string(),
  start: localTime,
  /** Absent: whoever is free. */
  agent: z.string().optional(),
  booker: person.optional(),
  /** So many of them, in a row: a day that is full. */
  times: z.int().min(1).max(200).optional(),
});

/** What the caller does next, and what else happens. */
const turn = z.union([
  z.string(),
  z.strictObject({ press: z.string() }),
  z.strictObject({ silence: z.literal(true) }),
  z.strictObject({ hangUp: z.literal(true) }),
  /** The last thing that the bot said has these words in it. */
  z.strictObject({ hears: z.string() }),
  z.strictObject({ meanwhile: bookingMade }),
]);

const bookingExpected = z.strictObject({
  product: z.string().optional(),
  agent: z.string().optional(),
  start: localTime.optional(),
  booker: person.optional(),
  participant: person.optional(),
});

const scenario = z.strictObject({
  name: z.string(),
  language: z.enum(["de", "en"]).default("de"),
  /** The number that is called; the business's first one when absent. */
  to: z.string().optional(),
  /** The number of the caller; withheld when absent. */
  from: z.string().optional(),
  /** Members of the business that are different in this call. */
  entity: z.record(z.string(), z.unknown()).default({}),
  clients: z.array(z.record(z.string(), z.unknown())).default([]),
  before: z.array(bookingMade).default([]),
  /** By action: statuses that are answered instead of asking the server, one after the other; 0: no answer. */
  fails: z.record(z.string(), z.array(z.int().min(0).max(599))).default({}),
  call: z.array(turn),
  expect: z
    .strictObject({
      /** All requests, in order. */
      requests: z.array(z.string()).optional(),
      /** What this call has booked or moved, as it is in the end; null: nothing. */
      booked: bookingExpected.nullable().optional(),
      /** How many appointments of before the call were cancelled. */
      cancelled: z.int().min(0).optional(),
      ends: z.enum(["goodbye", "hand over", "hang-up"]).optional(),
      /** Each was said at some time. */
      says: z.array(z.string()).default([]),
      neverSays: z.array(z.string()).default([]),
    })
    .prefault({}),
});

const scenarioFile = z.strictObject({
  /** A practice file, beside this one. */
  business: z.string(),
  /** Local time of the business at which all calls come. */
  now: localTime,
  scenarios: z.array(scenario).min(1),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;
export type Scenario = ScenarioFile["scenarios"][number];
export type Turn = z.infer<typeof turn>;
export type BookingMade = z.infer<typeof bookingMade>;
export type BookingExpected = z.infer<typeof bookingExpected>;

export type ScenarioReading =
  | { readonly ok: true; readonly file: ScenarioFile }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What stands in the file, or what is wrong with it, each with its place. */
export function readScenarioFile(text: string): ScenarioReading {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    if (error instanceof YAMLParseError) return { ok: false, faults: [error.message] };
    throw error;
  }
  const checked = scenarioFile.safeParse(content);
  if (checked.success) return { ok: true, file: checked.data };
  return {
    ok: false,
    faults: checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
  };
}
