import type { Weekday } from "./calendar-date.ts";

/** One account as its owner describes it: what the practice file holds, with every default filled in. */
export interface AccountConfiguration {
  readonly id: string;
  readonly name: string;
  /** How much findExistingUser tells about a client; absent: `full`. */
  readonly disclose?: Disclosure | undefined;
  readonly entities: readonly EntityConfiguration[];
}

/** What callers prove themselves by. */
export const PROOFS = ["phone", "dob", "pin"] as const;
export type Proof = (typeof PROOFS)[number];

/** `minimal`: the id, what was said, and what tells the answered clients apart. */
export type Disclosure = "full" | "minimal";

/** `HH:MM-HH:MM` in wall-clock time; an end at or before the start is on the next day, `24:00` ends the day. */
export type HoursText = string;
export type WeeklyHours = { readonly [day in Weekday]?: readonly HoursText[] | undefined };

export interface BreakConfiguration {
  /** Absent: every day. */
  readonly days?: readonly Weekday[] | undefined;
  readonly from: string;
  readonly to: string;
}

/** Other weekly hours for a while; both dates (`YYYY-MM-DD`) are included. */
export interface SeasonConfiguration {
  readonly from: string;
  readonly to: string;
  readonly hours: WeeklyHours;
}

/** Local date-times (`YYYY-MM-DDTHH:MM`) in the entity's zone, half-open. */
export interface AbsenceConfiguration {
  readonly start: string;
  readonly end: string;
  readonly reason?: string | undefined;
}

/** What is left out of an agent's schedule comes from the entity. */
export interface ScheduleConfiguration {
  readonly hours?: WeeklyHours | undefined;
  readonly breaks?: readonly BreakConfiguration[] | undefined;
  readonly seasons?: readonly SeasonConfiguration[] | undefined;
  /** By date; an empty list is closed. */
  readonly overrides?: { readonly [date: string]: readonly HoursText[] } | undefined;
}

export type Language = "de" | "en";
export type Gender = "male" | "female" | "diverse";

export const CLIENT_FIELDS = [
  "firstname",
  "lastname",
  "email",
  "dob",
  "phone",
  "street",
  "zip",
  "city",
  "country",
] as const;
export type ClientField = (typeof CLIENT_FIELDS)[number];

/** What callers mean by words about time, where it differs from what most mean. */
export interface TimeWordsConfiguration {
  /** By name of the part of day, such as `afternoon`. */
  readonly parts?: { readonly [part: string]: HoursText | undefined } | undefined;
  readonly nextWeekday?: "of_next_week" | "coming" | undefined;
  readonly aroundMinutes?: number | undefined;
  readonly shortlyMinutes?: number | undefined;
  readonly leewayMinutes?: number | undefined;
  readonly work?: HoursText | undefined;
  /** Dates of December, both included. */
  readonly betweenTheYears?: { readonly first: number; readonly last: number } | undefined;
  /** Days that follow each other in one week. */
  readonly weekend?: readonly Weekday[] | undefined;
  readonly businessDays?: readonly Weekday[] | undefined;
  /** The last days of its beginning and of its middle. */
  readonly month?: { readonly beginning: number; readonly middle: number } | undefined;
  /** Name of the season to its first day, `MM-DD`. */
  readonly seasons?: { readonly [season: string]: string | undefined } | undefined;
  readonly slashOrder?: "day_first" | "month_first" | undefined;
  readonly todayHourRollsOver?: boolean | undefined;
}

export interface EntityConfiguration extends ScheduleConfiguration {
  readonly id: string;
  readonly name: string;
  readonly sipIds: readonly string[];
  /** IANA name. */
  readonly timezone: string;
  readonly language: Language;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2: how phone numbers without a country code are read. */
  readonly country?: string | undefined;
  readonly publicHolidays?: { readonly country: string; readonly state?: string | undefined } | undefined;
  readonly minNoticeMinutes: number;
  readonly horizonDays: number;
  readonly changeNoticeMinutes: number;
  readonly timeWords?: TimeWordsConfiguration | undefined;
  /** Bookings are shown and changed only after one of these was given. Absent: to whoever the bot speaks for. */
  readonly verification?: { readonly by: readonly Proof[] } | undefined;
  readonly closures: readonly AbsenceConfiguration[];
  readonly resources: readonly ResourceConfiguration[];
  readonly agents: readonly AgentConfiguration[];
  readonly appointmentTypes: readonly AppointmentTypeConfiguration[];
}

export interface ResourceConfiguration {
  readonly id: string;
  readonly pool: string;
  readonly name: string;
}

export interface AgentConfiguration extends ScheduleConfiguration {
  readonly id: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly gender?: Gender | undefined;
  readonly maxBookingsPerDay?: number | undefined;
  readonly timeOff: readonly AbsenceConfiguration[];
}

export interface AppointmentTypeConfiguration {
  readonly id: string;
  readonly name: string;
  /** Ids of the agents who perform it. */
  readonly agents: readonly string[];
  readonly products: readonly ProductConfiguration[];
}

export interface ProductConfiguration {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly durationMinutes: number;
  /** In the entity's currency. */
  readonly price: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Absent: the duration. */
  readonly slotIntervalMinutes?: number | undefined;
  /** How many participants share one start with one agent. */
  readonly capacity: number;
  readonly maxBookingsPerDay?: number | undefined;
  /** Pool name to how many of its resources one appointment needs. */
  readonly resources: { readonly [pool: string]: number };
  readonly bookerInfo: readonly ClientField[];
  readonly participantInfo: readonly ClientField[];
}

/** A day. Longer appointments are not what a phone call books. */
export const MAX_DURATION_MINUTES = 1_440;
/** Half a day; with the duration it bounds how far back a claim can reach, which every overlap query relies on. */
export const MAX_BUFFER_MINUTES = 720;
