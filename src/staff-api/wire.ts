import { z } from "zod";
import { formatDate, parseDate } from "../scheduling/calendar-date.ts";

/** Forms that several routes share. */

export const id = z.string().min(1).max(200);

export const date = z
  .string()
  .refine((text) => parseDate(text) !== undefined, "must be a date such as 2026-12-01")
  .meta({ description: "YYYY-MM-DD", example: "2026-12-01" });

export const dayOf = (text: string): number => parseDate(text)!;
export const dateOf = formatDate;

/** Pages end with a cursor that leads to the next one, or with null; `place` is what it holds. */
export function pages<Place extends z.ZodType>(place: Place) {
  return {
    limit: z.coerce.number().int().min(1).max(500).default(100),
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
