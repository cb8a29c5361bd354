import { z } from "zod";
import { holidayCalendar } from "../../practice-file/public-holidays.ts";
import { answer, route, type StaffRoute } from "../route.ts";
import { EVERYBODY } from "../staff.ts";
import { dateOf, shownDate } from "../wire.ts";

const calendar = holidayCalendar();

const language = z.enum(["de", "en"]).default("de");
const code = z.string().max(10);
const named = z.object({ code: z.string(), name: z.string() });

export const holidaysForm = z.object({ items: z.array(z.object({ date: shownDate, name: z.string() })) });
export const regionsForm = z.object({ countries: z.array(named), states: z.array(named) });

const holidays = route({
  method: "GET",
  path: "/public-holidays",
  access: EVERYBODY,
  tag: "Availability",
  summary: "The public holidays of a year in a country or one of its states",
  queryForm: z.object({
    country: code,
    state: code.optional(),
    year: z.coerce.number().int().min(1970).max(2200),
    language,
  }),
  answerForm: holidaysForm,
  handle: async ({ query: { country, state, year, language } }) => {
    const items = calendar.holidaysIn({ country, state }, year, language);
    return answer({ items: items.map(({ day, name }) => ({ date: dateOf(day), name })) });
  },
});

const regions = route({
  method: "GET",
  path: "/holiday-regions",
  access: EVERYBODY,
  tag: "Availability",
  summary: "Countries whose public holidays are known, and the states of one of them",
  queryForm: z.object({ country: code.optional(), language }),
  answerForm: regionsForm,
  handle: async ({ query: { country, language } }) => {
    return answer({
      countries: calendar.countries(language),
      states: country === undefined ? [] : calendar.states(country, language),
    });
  },
});

export const HOLIDAY_ROUTES: readonly StaffRoute[] = [holidays, regions];
