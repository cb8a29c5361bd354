import type { z } from "zod";
import type { bookingForm } from "./booking-wire.ts";
import type { clientForm } from "./client-wire.ts";
import type { StaffProblem } from "./problems.ts";
import type { explainedForm, workingTimeForm } from "./routes/availability.ts";
import type { callForm, stepForm } from "./routes/calls.ts";
import type { keyForm } from "./routes/keys.ts";
import type { auditForm, invitationForm, meForm, memberForm } from "./routes/people.ts";
import type { statisticsForm } from "./routes/statistics.ts";

export type { Weekday } from "../scheduling/calendar-date.ts";
/** What the staff API answers, for who is written in TypeScript: types alone, from the forms of the routes. */
export type {
  AbsenceConfiguration,
  AccountConfiguration,
  AgentConfiguration,
  AppointmentTypeConfiguration,
  BreakConfiguration,
  EntityConfiguration,
  ProductConfiguration,
  ResourceConfiguration,
  SeasonConfiguration,
  WeeklyHours,
} from "../scheduling/configuration.ts";

export type Booking = z.output<typeof bookingForm>;
export type Client = z.output<typeof clientForm>;
export type Call = z.output<typeof callForm>;
export type CallStep = z.output<typeof stepForm>;
export type Explained = z.output<typeof explainedForm>;
export type WorkingTime = z.output<typeof workingTimeForm>;
export type Key = z.output<typeof keyForm>;
export type Me = z.output<typeof meForm>;
export type Member = z.output<typeof memberForm>;
export type Invitation = z.output<typeof invitationForm>;
export type AuditEntry = z.output<typeof auditForm>;
export type Statistics = z.output<typeof statisticsForm>;
export type Problem = StaffProblem;
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
