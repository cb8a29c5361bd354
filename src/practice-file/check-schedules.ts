import { parseDate, WEEKDAYS } from "../scheduling/calendar-date.ts";
import { parseHours, wallRange } from "../scheduling/hours-text.ts";
import { parseLocalDateTime, TimeZone } from "../scheduling/time-zone.ts";
import type { Path, Report } from "./fault.ts";
import type { IncompleteFile } from "./practice-file-schema.ts";
import { quoted } from "./text-schema.ts";

type Entity = NonNullable<NonNullable<IncompleteFile["entities"]>[number]>;
type Schedule = Pick<Entity, "hours" | "breaks" | "seasons" | "overrides">;
type Absences = NonNullable<Entity["closures"]>;
type Hours = readonly (string | undefined)[];

/** A break may cross midnight, but one of more than half a day has its ends the wrong way round. */
const LONGEST_BREAK_MINUTES = 720;

/** Times that make sense only together: nothing overlaps, and nothing ends before it begins. */
export function checkSchedules(file: IncompleteFile, report: Report): void {
  file.entities?.forEach((entity, e) => {
    if (entity === undefined) return;
    const zone = TimeZone.named(entity.timezone ?? "UTC") ?? TimeZone.named("UTC")!;
    checkSchedule(entity, ["entities", e], report);
    checkAbsences(entity.closures ?? [], zone, ["entities", e, "closures"], report);
    entity.agents?.forEach((agent, a) => {
      if (agent === undefined) return;
      checkSchedule(agent, ["entities", e, "agents", a], report);
      checkAbsences(agent.timeOff ?? [], zone, ["entities", e, "agents", a, "timeOff"], report);
    });
  });
}

function checkSchedule(schedule: Schedule, path: Path, report: Report): void {
  checkWeek(schedule.hours, [...path, "hours"], report);
  for (const [date, hours] of Object.entries(schedule.overrides ?? {}))
    checkHours(hours ?? [], [...path, "overrides", date], report);
  schedule.seasons?.forEach((season, s) => {
    checkWeek(season?.hours, [...path, "seasons", s, "hours"], report);
  });
  checkSeasons(schedule.seasons ?? [], [...path, "seasons"], report);
  schedule.breaks?.forEach((one, b) => {
    const range = one?.from === undefined || one.to === undefined ? undefined : wallRange(one.from, one.to);
    if (range !== undefined && range.to - range.from > LONGEST_BREAK_MINUTES)
      report(
        [...path, "breaks", b, "to"],
        `This break ends at ${one?.to}, before it begins at ${one?.from}; swap them.`,
      );
  });
}

function checkWeek(week: Entity["hours"], path: Path, report: Report): void {
  for (const weekday of WEEKDAYS) checkHours(week?.[weekday] ?? [], [...path, weekday], report);
}

function checkHours(hours: Hours, path: Path, report: Report): void {
  const ranges = hours.map((text) => (text === undefined ? undefined : parseHours(text)));
  ranges.forEach((range, index) => {
    if (range === undefined) return;
    const other = ranges.findIndex(
      (one, before) => before < index && one !== undefined && one.from < range.to && range.from < one.to,
    );
    if (other >= 0)
      report(
        [...path, index],
        `${hours[index]} overlaps ${hours[other]} on the same day; write them as one.`,
      );
  });
}

function checkSeasons(seasons: NonNullable<Entity["seasons"]>, path: Path, report: Report): void {
  const spans = seasons.map((season) => {
    const from = season?.from === undefined ? undefined : parseDate(season.from);
    const to = season?.to === undefined ? undefined : parseDate(season.to);
    return from === undefined || to === undefined ? undefined : { from, to };
  });
  spans.forEach((span, index) => {
    if (span === undefined) return;
    const season = seasons[index]!;
    if (span.to < span.from) {
      report(
        [...path, index, "to"],
        `This season ends on ${season.to}, before it begins on ${season.from}; swap them.`,
      );
      return;
    }
    const other = spans.findIndex(
      (one, before) => before < index && one !== undefined && one.from <= span.to && span.from <= one.to,
    );
    if (other >= 0)
      report(
        [...path, index, "from"],
        `This season overlaps the one from ${seasons[other]?.from} to ${seasons[other]?.to}; both last dates are included.`,
      );
  });
}

function checkAbsences(absences: Absences, zone: TimeZone, path: Path, report: Report): void {
  absences.forEach((absence, index) => {
    if (absence?.start === undefined || absence.end === undefined) return;
    const start = parseLocalDateTime(absence.start, zone);
    const end = parseLocalDateTime(absence.end, zone);
    if (start !== undefined && end !== undefined && end <= start)
      report(
        [...path, index, "end"],
        `This ends at ${quoted(absence.end)}, which is not after its start ${quoted(absence.start)}; write a later end.`,
      );
  });
}
