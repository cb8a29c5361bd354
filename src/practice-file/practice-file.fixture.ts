import fc from "fast-check";
import { formatDate, WEEKDAYS, type Weekday } from "../scheduling/calendar-date.ts";
import { CLIENT_FIELDS } from "../scheduling/configuration.ts";
import type { PracticeFileInput } from "./practice-file-schema.ts";

/** Words that YAML readers take for something else than text. */
const TRICKY = [
  "no",
  "on",
  "null",
  "~",
  "12:00",
  "2026-12-24",
  "01044",
  "1e3",
  ".5",
  "- a",
  "a: b",
  "a #b",
  "#a",
  "*a",
  "&a",
  "!a",
  "{a}",
  "[a]",
  "'a'",
  '"a"',
  "%a",
  "@a",
  "`a`",
  "a\\b",
  "?",
  "|",
  ">",
  "=",
  "<<",
  "ä",
  "İ",
  "😀",
  "a, b",
  "+49",
  "-1",
  "0x10",
  "true",
  "Ünal\u2028x",
];

const text = fc
  .oneof(fc.constantFrom(...TRICKY), fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }))
  .map((value) => value.replace(/[\p{Cc}\p{Cs}]/gu, "").trim() || "x");
const id = text.map((value) => value.replace(/[\s/\p{Cc}\p{Cf}\p{Cs}]/gu, "") || "id");

/** Small whole numbers of minutes as `HH:MM`. */
const clock = fc
  .integer({ min: 0, max: 1_439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const date = fc.integer({ min: 20_000, max: 24_000 }).map(formatDate);
const hoursOfDay: fc.Arbitrary<string[]> = fc.oneof(
  fc.constant<string[]>([]),
  fc.tuple(clock, clock).map(([from, to]) => [`${from}-${to}`]),
  fc.constant<string[]>(["08:00-12:00", "13:00-18:00"]),
);
const week = fc.dictionary(fc.constantFrom(...WEEKDAYS), hoursOfDay, { noNullPrototype: true });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const schedule = {
  hours: optional(week),
  breaks: optional(
    fc.array(
      fc.record({
        days: optional(fc.constantFrom<Weekday[][]>(["mon"], ["sat", "sun"])),
        from: fc.constant("12:00"),
        to: fc.constant("13:00"),
      }),
      { maxLength: 2 },
    ),
  ),
  seasons: optional(
    fc.array(fc.record({ from: fc.constant("2027-07-01"), to: fc.constant("2027-07-31"), hours: week }), {
      maxLength: 1,
    }),
  ),
  overrides: optional(fc.dictionary(date, hoursOfDay, { noNullPrototype: true })),
};
const absences = optional(
  fc.array(
    fc.record({
      start: fc.constant("2026-12-07T00:00"),
      end: fc.constant("2026-12-12T00:00"),
      reason: optional(text),
    }),
    { maxLength: 2 },
  ),
);
const fields = optional(fc.uniqueArray(fc.constantFrom(...CLIENT_FIELDS)));

const product = fc.record({
  id,
  name: text,
  description: optional(text),
  durationMinutes: fc.integer({ min: 1, max: 1_440 }),
  price: fc.oneof(fc.constantFrom(0, 28.5, 1e-7, 1_000_000), fc.double({ min: 0, max: 1_000, noNaN: true })),
  bufferAfterMinutes: optional(fc.integer({ min: 0, max: 720 })),
  slotIntervalMinutes: optional(fc.integer({ min: 1, max: 60 })),
  capacity: optional(fc.integer({ min: 1, max: 9 })),
  bookerInfo: fields,
  participantInfo: fields,
});

const entity = fc.record({
  id,
  name: text,
  sipIds: fc.uniqueArray(text, { maxLength: 2 }),
  timezone: fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"),
  language: optional(fc.constantFrom("de" as const, "en" as const)),
  currency: optional(fc.constantFrom("EUR", "CHF")),
  publicHolidays: optional(fc.constantFrom({ country: "DE", state: "SN" }, { country: "US" })),
  horizonDays: optional(fc.constantFrom(1, 180, 730)),
  timeWords: optional(
    fc.record({
      parts: optional(fc.constantFrom({ afternoon: "13:00-17:00" }, { morning: "07:00-11:00" })),
      nextWeekday: optional(fc.constantFrom("of_next_week" as const, "coming" as const)),
      aroundMinutes: optional(fc.integer({ min: 0, max: 240 })),
      shortlyMinutes: optional(fc.integer({ min: 5, max: 240 })),
      leewayMinutes: optional(fc.integer({ min: 5, max: 240 })),
      work: optional(fc.constantFrom("08:00-16:30", "10:00-18:00")),
      betweenTheYears: optional(fc.constantFrom({ first: 24, last: 30 })),
      todayHourRollsOver: optional(fc.boolean()),
      weekend: optional(fc.constantFrom<Weekday[][]>(["fri", "sat"], ["sun"])),
    }),
  ),
  ...schedule,
  closures: absences,
  resources: fc.array(fc.record({ id, pool: id, name: text }), { maxLength: 2 }),
  agents: fc.array(fc.record({ id, firstname: text, lastname: text, ...schedule, timeOff: absences }), {
    maxLength: 2,
  }),
  appointmentTypes: fc.array(
    fc.record({
      id,
      name: text,
      agents: fc.constant<string[]>([]),
      products: fc.array(product, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});

const client = fc.record({
  id,
  firstname: optional(text),
  lastname: optional(text),
  email: optional(fc.constantFrom("max@example.com", "no@no.no")),
  dob: optional(fc.constant("1985-07-25")),
  phone: optional(fc.constantFrom("+49 341 1234567", "0341/1234567")),
  zip: optional(text),
});

/** Files without faults, with texts that are hard to write in YAML. */
export const practiceFiles: fc.Arbitrary<PracticeFileInput & { account: { id: string } }> = fc
  .record({
    account: fc.record({ id, name: text }),
    entities: fc.array(entity, { maxLength: 2 }),
    clients: fc.array(client, { maxLength: 4 }),
  })
  .map((file) => withUniqueIds(file));

/** The same file with a number after each id, and each agent in each type of the entity, so that nothing is there twice. */
function withUniqueIds<T extends PracticeFileInput>(file: T): T {
  let count = 0;
  const unique = <Thing extends { id?: string | undefined }>(thing: Thing): Thing => {
    count += 1;
    return { ...thing, id: `${thing.id}${count}` };
  };
  return {
    ...file,
    clients: file.clients?.map(unique),
    entities: file.entities?.map((one) => {
      const agents = one.agents?.map(unique) ?? [];
      const resources = one.resources?.map(unique) ?? [];
      const needs = Object.fromEntries(resources.map(({ pool }) => [pool, 1]));
      return {
        ...unique(one),
        sipIds: one.sipIds?.map((sipId, index) => `${sipId}x${count}x${index}`),
        agents,
        resources,
        appointmentTypes: one.appointmentTypes?.map((type) => ({
          ...unique(type),
          agents: agents.map((agent) => agent.id),
          products: type.products?.map((each) => ({ ...unique(each), resources: needs })),
        })),
      };
    }),
  };
}
