import { isSupportedCountry } from "libphonenumber-js/min";
import { z } from "zod";
import { PROOFS } from "../scheduling/configuration.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { closest } from "./closest.ts";
import { appointmentTypeSchema } from "./offer-schema.ts";
import { absences, scheduleMembers } from "./schedule-schema.ts";
import { checkedText, id, line, quoted, wholeNumber } from "./text-schema.ts";
import { timeWordsSchema } from "./time-words-schema.ts";

const MINUTES_PER_YEAR = 525_600;
const COUNTRY = "^[A-Z]{2}$";

const agent = z
  .strictObject({
    id: id({ description: "Unique among all agents of the account.", examples: ["agId1"] }),
    firstname: line(100, { description: "Given name.", examples: ["Max"] }),
    lastname: line(100, { description: "Family name.", examples: ["Mustermann"] }),
    gender: z
      .enum(["male", "female", "diverse"])
      .optional()
      .meta({ description: "For callers who ask for a woman or a man. Default: not said." }),
    maxBookingsPerDay: wholeNumber(1, 10_000, {
      description: "More bookings are not taken on one day. Default: no limit.",
    }).optional(),
    ...scheduleMembers,
    timeOff: absences("When the agent is away: holiday, training, illness."),
  })
  .meta({ examples: [{ id: "agId1", firstname: "Max", lastname: "Mustermann" }] });

const resource = z
  .strictObject({
    id: id({ description: "Unique among all resources of the account.", examples: ["room1"] }),
    pool: id({ description: "Resources of one pool stand in for each other.", examples: ["treatment-room"] }),
    name: line(200, { description: "For the staff.", examples: ["Raum 1"] }),
  })
  .meta({ examples: [{ id: "room1", pool: "treatment-room", name: "Raum 1" }] });

const publicHolidays = z
  .strictObject({
    country: z.string().meta({ description: "ISO 3166-1 alpha-2.", examples: ["DE"], pattern: COUNTRY }),
    state: z
      .string()
      .optional()
      .meta({
        description: "ISO 3166-2 without the country. Default: only nationwide holidays.",
        examples: ["SN"],
      }),
  })
  .meta({
    description: "Whose public holidays are days off. Default: none.",
    examples: [{ country: "DE", state: "SN" }],
  });

const timezone = checkedText(
  (name) => TimeZone.named(name) !== undefined,
  (name) => {
    const meant = closest(name, Intl.supportedValuesOf("timeZone"));
    return `${quoted(name)} is not a known time zone; ${meant === undefined ? "write for example Europe/Berlin." : `did you mean ${meant}?`}`;
  },
  { description: "IANA name; every local time in the file is in this zone.", examples: ["Europe/Berlin"] },
);

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

export const entitySchema = z
  .strictObject({
    id: id({ description: "Unique among all entities of the account.", examples: ["leipzig"] }),
    name: line(200, { description: "What callers hear.", examples: ["Physiotherapie Gleichgewicht"] }),
    sipIds: z
      .array(line(128, { description: "A SIP id or a phone number.", examples: ["+49 341 1234567"] }))
      .max(1_000)
      .default([])
      .meta({ description: "The telephony endpoints whose calls are for this entity." }),
    timezone,
    language: z.enum(["de", "en"]).default("de").meta({ description: "What callers hear." }),
    currency: checkedText(
      (code) => currencies.has(code),
      (code) => `${quoted(code)} is not a currency; write its three-letter code, for example EUR.`,
      { description: "ISO 4217.", examples: ["EUR"], pattern: "^[A-Z]{3}$" },
    ).default("EUR"),
    country: checkedText(
      isSupportedCountry,
      (code) => `${quoted(code)} is not a country; write its two-letter code, for example DE.`,
      {
        description:
          "ISO 3166-1 alpha-2: where phone numbers without a country code are. Default: that of publicHolidays.",
        examples: ["DE"],
        pattern: COUNTRY,
      },
    ).optional(),
    publicHolidays: publicHolidays.optional(),
    minNoticeMinutes: wholeNumber(0, MINUTES_PER_YEAR, {
      description: "How long before its start an appointment can be booked at the latest.",
    }).default(0),
    horizonDays: wholeNumber(1, 730, {
      description: "How far ahead appointments can be booked.",
    }).default(180),
    changeNoticeMinutes: wholeNumber(0, MINUTES_PER_YEAR, {
      description: "Later than this before the start, modify and cancel are refused.",
    }).default(0),
    timeWords: timeWordsSchema.optional(),
    verification: z
      .strictObject({
        by: z.array(z.enum(PROOFS)).min(1).meta({
          description:
            "One of these is enough: the client's phone number, the date of birth, a PIN agreed on with the client.",
        }),
      })
      .optional()
      .meta({
        description:
          "Bookings are shown, moved and cancelled only after the caller has given what proves them. Default: not needed.",
        examples: [{ by: ["phone", "dob"] }],
      }),
    ...scheduleMembers,
    closures: absences("When the whole entity is closed."),
    resources: z
      .array(resource)
      .max(1_000)
      .default([])
      .meta({ description: "Rooms and devices that products need." }),
    agents: z
      .array(agent)
      .max(1_000)
      .default([])
      .meta({ description: "The people who perform appointments." }),
    appointmentTypes: z
      .array(appointmentTypeSchema)
      .max(1_000)
      .default([])
      .meta({ description: "What is offered, in the order in which callers hear it." }),
  })
  .meta({ examples: [{ id: "leipzig", name: "Physiotherapie Gleichgewicht", timezone: "Europe/Berlin" }] });
