import type { StaffRoute } from "./route.ts";
import { ABSENCE_ROUTES } from "./routes/absences.ts";
import { ACCOUNT_ROUTES } from "./routes/account.ts";
import { AVAILABILITY_ROUTES } from "./routes/availability.ts";
import { BOOKING_ROUTES } from "./routes/bookings.ts";
import { CALL_ROUTES } from "./routes/calls.ts";
import { CLIENT_RIGHTS_ROUTES } from "./routes/client-rights.ts";
import { CLIENT_SEARCH_ROUTES } from "./routes/client-search.ts";
import { CLIENT_ROUTES } from "./routes/clients.ts";
import { CONFIGURATION_ROUTES } from "./routes/configuration.ts";
import { HOLIDAY_ROUTES } from "./routes/holidays.ts";
import { KEY_ROUTES } from "./routes/keys.ts";
import { PEOPLE_ROUTES } from "./routes/people.ts";
import { STATISTICS_ROUTES } from "./routes/statistics.ts";

/** The whole staff API. */
export const ROUTES: readonly StaffRoute[] = [
  ...BOOKING_ROUTES,
  ...AVAILABILITY_ROUTES,
  ...HOLIDAY_ROUTES,
  ...CLIENT_SEARCH_ROUTES,
  ...CLIENT_ROUTES,
  ...CLIENT_RIGHTS_ROUTES,
  ...ACCOUNT_ROUTES,
  ...CONFIGURATION_ROUTES,
  ...ABSENCE_ROUTES,
  ...CALL_ROUTES,
  ...STATISTICS_ROUTES,
  ...KEY_ROUTES,
  ...PEOPLE_ROUTES,
];
