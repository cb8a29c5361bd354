import { createRequire } from "node:module";
import { type Day, parseDate, yearOf } from "../scheduling/calendar-date.ts";

export interface HolidayRegion {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The part of ISO 3166-2 after the hyphen: `SN` for Saxony. */
  readonly state?: string | undefined;
}

export interface HolidayCalendar {
  /** The days off of a year with their names, sorted; empty for regions it does not know. */
  holidaysIn(region: HolidayRegion, year: number, language: string): { day: Day; name: string }[];
  /** Code and name, sorted by name. */
  countries(language: string): { code: string; name: string }[];
  /** The same of a country's states; empty where there are none. */
  states(country: string, language: string): { code: string; name: string }[];
  /** Whether nobody works there on that date, by law; false for regions it does not know. */
  isPublicHoliday(region: HolidayRegion, day: Day): boolean;
  hasRegion(region: HolidayRegion): "ok" | "unknown_country" | "unknown_state";
}

const MILLISECONDS_PER_DAY = 86_400_000;

type Library = typeof import("date-holidays").default;
type Source = InstanceType<Library>;

/**
 * Loading it takes about 0.2 s and 45 MB, so it is loaded when a holiday is first asked for, which most commands never
 * do. It is a `require` because whoever asks cannot wait.
 */
function library(): Library {
  loaded ??= createRequire(import.meta.url)("date-holidays") as Library;
  return loaded;
}
let loaded: Library | undefined;

/** Now, for a server, and not while a caller waits. */
export function loadHolidays(): void {
  library();
}

/** The public holidays of the world, from `date-holidays` (data CC BY 3.0). */
export function holidayCalendar(): HolidayCalendar {
  let named: Source | undefined;
  const world = () => {
    named ??= new (library())();
    return named;
  };
  const regions = new Map<string, HolidaysOfRegion | undefined>();

  function hasRegion({ country, state }: HolidayRegion): ReturnType<HolidayCalendar["hasRegion"]> {
    if (!Object.hasOwn(world().getCountries(), country)) return "unknown_country";
    const states = world().getStates(country) ?? {};
    return state === undefined || Object.hasOwn(states, state) ? "ok" : "unknown_state";
  }

  function holidaysOf(region: HolidayRegion): HolidaysOfRegion | undefined {
    const name = `${region.country}/${region.state ?? ""}`;
    if (!regions.has(name)) {
      // An unknown state would silently be answered with the country's holidays.
      const known = hasRegion(region) === "ok";
      regions.set(name, known ? new HolidaysOfRegion(sourceOf(region)) : undefined);
    }
    return regions.get(name);
  }

  return {
    hasRegion,
    isPublicHoliday: (region, day) => holidaysOf(region)?.has(day) ?? false,
    holidaysIn: (region, year, language) => holidaysOf(region)?.named(year, language) ?? [],
    countries: (language) => sorted(world().getCountries(language), language),
    states: (country, language) => sorted(world().getStates(country, language) ?? {}, language),
  };
}

function sorted(names: Readonly<Record<string, string>>, language: string) {
  return Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

function sourceOf({ country, state }: HolidayRegion): Source {
  const Holidays = library();
  return state === undefined ? new Holidays(country) : new Holidays(country, state);
}

class HolidaysOfRegion {
  readonly #source: Source;
  readonly #years = new Map<number, ReadonlySet<Day>>();

  constructor(source: Source) {
    this.#source = source;
  }

  has(day: Day): boolean {
    const year = yearOf(day);
    // A holiday of several days can begin in the year before.
    return this.#beginningIn(year).has(day) || this.#beginningIn(year - 1).has(day);
  }

  #beginningIn(year: number): ReadonlySet<Day> {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const days = new Set(this.#days(year).map(({ day }) => day));
    this.#years.set(year, days);
    return days;
  }

  named(year: number, language: string): { day: Day; name: string }[] {
    return [...this.#days(year - 1, language), ...this.#days(year, language)]
      .filter(({ day }) => yearOf(day) === year)
      .sort((a, b) => a.day - b.day);
  }

  #days(year: number, language?: string): { day: Day; name: string }[] {
    const days = [];
    for (const holiday of this.#source.getHolidays(year, language)) {
      const first = parseDate(holiday.date.slice(0, 10));
      if (holiday.type !== "public" || first === undefined) continue;
      // Rounded, because a day of a clock change has 23 or 25 hours. Zero for an evening or afternoon: people work before it.
      const length = (holiday.end.getTime() - holiday.start.getTime()) / MILLISECONDS_PER_DAY;
      const count = length < 0.9 ? 0 : Math.round(length);
      for (let offset = 0; offset < count; offset += 1)
        days.push({ day: first + offset, name: holiday.name });
    }
    return days;
  }
}
