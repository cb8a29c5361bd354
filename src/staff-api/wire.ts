import { z } from "zod";
import { formatDate, parseDate } from "../scheduling/calendar-date.ts";

/** Forms that several routes share. */

export const id = z.string().min(1).max(200);

/** What lies beyond is a slip of the pen; and no answer ever has a year of five digits. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2199];
export const BEYOND = `must be in a year between ${FIRST_YEAR} and ${LAST_YEAR}`;

/** What begins with no year at all is none of ours to judge. */
export function isWithinYears(text: string): boolean {
  const year = /^\s*([+-]?\d{4,})/.exec(text)?.[1];
  return year === undefined || (Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR);
}

export const date = z
  .string()
  .refine((text) => parseDate(text) !== undefined, {
    error: "must be a date such as 2026-12-01",
    abort: true,
  })
  .refine(isWithinYears, BEYOND)
  .meta({ description: "YYYY-MM-DD", example: "2026-12-01", format: "date" });

/** As they are answered. */
export const time = z.string().meta({ format: "date-time", example: "2026-12-01T09:00:00.000+01:00" });
export const shownDate = z.string().meta({ format: "date", example: "2026-12-01" });

/** A timestamp, with or without an offset. */
export const moment = z.string().max(100).refine(isWithinYears, BEYOND);

export const dayOf = (text: string): number => parseDate(text)!;
export const dateOf = formatDate;

const MOST_PER_PAGE = 500;

/** Pages end with a cursor that leads to the next one, or with null; `place` is what it holds. */
export function pages<Place extends z.ZodType>(place: Place, perPage = 100) {
  return {
    limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(perPage),
    cursor: z
      .string()
      .max(1_000)
      .transform((text, context): z.output<Place> => {
        const read = placeOf(text, place);
        if (read !== undefined) return read;
        context.addIssue({ code: "custom", message: "must be the nextCursor of a page before" });
        return z.NEVER;
      })
      .optional(),
  };
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Opaque to who gets it. */
export function cursorOf(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** What the cursor holds, when it is one of that form. */
function placeOf<Place extends z.ZodType>(cursor: string, form: Place): z.output<Place> | undefined {
  try {
    const read = form.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** One more than asked for was read: cut it off and lead to it. */
export function paged<T, U>(
  rows: readonly T[],
  limit: number,
  { item, place }: { readonly item: (row: T) => U; readonly place: (row: T) => object },
): { items: U[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(place(last)) : null,
  };
}

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
