import { WEEKDAYS, type Weekday } from "../scheduling/calendar-date.ts";
import type { Language, TimeWordsConfiguration } from "../scheduling/configuration.ts";
import { parseHours } from "../scheduling/hours-text.ts";
import { CONVENTIONS, type Conventions } from "../time-query/conventions.ts";

/** What an entity means by words about time, where it says so; a part or season that it leaves out is the usual one. */
export function conventionsOf(words: TimeWordsConfiguration, language: Language): Partial<Conventions> {
  const usual = CONVENTIONS[language];
  const { parts, nextWeekday, aroundMinutes, shortlyMinutes, leewayMinutes, work, betweenTheYears } = words;
  const { weekend, businessDays, month, seasons, slashOrder, todayHourRollsOver } = words;
  return {
    ...(parts && { parts: { ...usual.parts, ...valuesOf(parts, windowOf) } }),
    ...(nextWeekday && { nextWeekday }),
    ...(aroundMinutes !== undefined && { aroundMinutes }),
    ...(shortlyMinutes !== undefined && { shortlyMinutes }),
    ...(leewayMinutes !== undefined && { leewayMinutes }),
    ...(work && { work: windowOf(work) }),
    ...(betweenTheYears && { betweenTheYears: [betweenTheYears.first, betweenTheYears.last] }),
    ...(weekend && { weekend: [indexOf(weekend[0]!), indexOf(weekend.at(-1)!)] }),
    ...(businessDays && { businessDays: businessDays.map(indexOf).sort() }),
    ...(month && { monthThirds: [month.beginning, month.middle] }),
    ...(seasons && { seasons: { ...usual.seasons, ...valuesOf(seasons, monthAndDayOf) } }),
    ...(slashOrder && { slashOrder }),
    ...(todayHourRollsOver !== undefined && { todayHourRollsOver }),
  };
}

function valuesOf<T>(
  texts: { readonly [name: string]: string | undefined },
  read: (text: string) => T,
): Record<string, T> {
  const said = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(said.map(([name, text]) => [name, read(text)]));
}

function windowOf(text: string): [from: number, to: number] {
  const hours = parseHours(text);
  if (hours === undefined) throw new Error(`stored configuration holds invalid hours: ${text}`);
  return [hours.from, hours.to];
}

function monthAndDayOf(text: string): [month: number, day: number] {
  return [Number(text.slice(0, 2)), Number(text.slice(3))];
}

function indexOf(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday);
}
