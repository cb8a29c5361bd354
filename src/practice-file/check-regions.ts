import type { Report } from "./fault.ts";
import type { IncompleteFile } from "./practice-file-schema.ts";
import type { HolidayCalendar } from "./public-holidays.ts";
import { quoted } from "./text-schema.ts";

export function namesRegion(file: IncompleteFile): boolean {
  return file.entities?.some((entity) => entity?.publicHolidays?.country !== undefined) ?? false;
}

export function checkRegions(file: IncompleteFile, calendar: HolidayCalendar, report: Report): void {
  file.entities?.forEach((entity, e) => {
    const { country, state } = entity?.publicHolidays ?? {};
    if (country === undefined) return;
    const path = ["entities", e, "publicHolidays"];
    const answer = calendar.hasRegion({ country, state });
    if (answer === "unknown_country")
      report(
        [...path, "country"],
        `The public holidays of ${quoted(country)} are not known; write the country's two-letter code, for example DE.`,
      );
    if (answer === "unknown_state")
      report(
        [...path, "state"],
        `${country} has no state ${quoted(state)} with known public holidays; write its short code, for example SN for Saxony.`,
      );
  });
}
