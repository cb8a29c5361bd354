import type { Range } from "../scheduling/range.ts";
import type { Circumstances, Nothing, Resolved } from "./circumstances.ts";
import { compose } from "./compose.ts";
import { corrected } from "./corrections.ts";
import { type Days, datedWeekday } from "./days.ts";
import type { Query } from "./query.ts";
import { resolve } from "./resolve.ts";
import type { Piece } from "./senses.ts";

type Found = Resolved & Pick<Query, "open" | "soonest">;

export function resolvePieces(pieces: readonly Piece[], now: Circumstances): Found | Nothing | undefined {
  const query = compose(corrected(pieces));
  if (query === undefined) return undefined;
  const resolved = resolve(query, now);
  return typeof resolved === "string" ? resolved : { ...resolved, open: query.open, soonest: query.soonest };
}

/** A bot can ask about so many. */
const MOST_OTHERS = 3;

/** The readings that were not chosen, one difference at a time. */
export function otherReadings(pieces: readonly Piece[], chosen: Found, now: Circumstances): Other[] {
  const others: Other[] = [];
  withDatesJoined(pieces).forEach((piece, index, all) => {
    if (piece.kind !== "days" || piece.days.other === undefined || others.length >= MOST_OTHERS) return;
    const other = resolvePieces(all.with(index, { kind: "days", days: piece.days.other }), now);
    if (typeof other === "object" && !same(other.ranges, chosen.ranges))
      others.push({ ...other, why: piece.days.otherWhy });
  });
  const { otherHalf } = chosen;
  if (otherHalf !== undefined && otherHalf.length > 0)
    others.push({ ...chosen, at: undefined, ranges: otherHalf, why: undefined });
  return others;
}

type Other = Resolved & { readonly why: string | undefined };

/** "Montag", then "1.12.": one day, said twice. */
function withDatesJoined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index): readonly Piece[] => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    if (piece.kind === "days" && after?.kind === "days" && isWeekdayOf(piece.days, after.days)) return [];
    if (piece.kind === "days" && before?.kind === "days" && isWeekdayOf(before.days, piece.days))
      return [{ kind: "days", days: datedWeekday(before.days.weekday ?? 0, piece.days) }];
    return [piece];
  });
}

function isWeekdayOf(weekday: Days, date: Days): boolean {
  return (
    weekday.weekday !== undefined &&
    weekday.every !== true &&
    date.exact === true &&
    date.beside === undefined &&
    date.other === undefined
  );
}

function same(a: readonly Range[], b: readonly Range[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, index) => start === b[index]?.start && end === b[index]?.end)
  );
}
