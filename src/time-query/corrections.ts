import type { Time } from "./clock.ts";
import { RANK } from "./days.ts";
import type { Piece } from "./senses.ts";

/** Where what was said instead ends. */
const ENDS: ReadonlySet<Piece["kind"]> = new Set(["no", "instead", "but", "refused"]);
const JOINTS: ReadonlySet<Piece["kind"]> = new Set(["bound", "through", "between", "or", "except"]);

/**
 * What is left when callers have corrected themselves: "Monday at three, no, Tuesday" is Tuesday at three.
 * What comes after replaces what is of its kind; longer periods and times of day that were not said anew stay.
 */
export function corrected(all: readonly Piece[]): readonly Piece[] {
  const pieces = all.filter(({ kind }) => kind !== "filler");
  let done: readonly Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!;
    const next = pieces.slice(at + 1);
    if (piece.kind === "refused") {
      done = withoutRefused(done, next);
      at += 1;
    } else if (piece.kind === "no" && !done.some(isSaid) && isOneTime(next[0])) {
      // "No, three pm": the answer to a question, and what would do.
      at += 1;
    } else if (piece.kind === "no" && !repeats(done, next)) {
      // "Next week, no Monday": all but that.
      done = [...done, { kind: "except" }];
      at += 1;
    } else if (piece.kind === "but" && leavesOut(done, next)) {
      done = [...done, { kind: "except" }];
      at += 1;
    } else if (piece.kind === "no" || piece.kind === "instead" || piece.kind === "but") {
      const until = next.findIndex(({ kind }) => ENDS.has(kind));
      const said = until < 0 ? next : next.slice(0, until);
      done = piece.kind === "but" ? butRather(done, said) : replaced(done, said);
      at += 1 + said.length;
    } else {
      done = [...done, piece];
      at += 1;
    }
  }
  return done;
}

/** "Monday doesn't work, Tuesday does" is Tuesday; where nothing else is said it is all but Monday. */
function withoutRefused(before: readonly Piece[], after: readonly Piece[]): readonly Piece[] {
  if (!before.some(isSaid)) return before;
  if (after.some(isSaid)) return [];
  return before.some(({ kind }) => kind === "except") ? before : [{ kind: "except" }, ...before];
}

/** "Monday, no Tuesday": the same kind of thing once more. */
function repeats(before: readonly Piece[], after: readonly Piece[]): boolean {
  const [last, first] = [before.at(-1), after[0]];
  if (first?.kind === "instead") return true;
  if (last?.kind === "days" && first?.kind === "days")
    return last.days.rank === first.days.rank && first.days.every !== true;
  if (last?.kind !== "time" || first?.kind !== "time") return false;
  return last.time.kind === first.time.kind || (first.time.kind === "point" && last.time.kind !== "part");
}

/** "Any weekday next week but Monday": some days of those that were said. */
function leavesOut(before: readonly Piece[], after: readonly Piece[]): boolean {
  const said = before.filter(({ kind }) => kind === "days");
  const days = after.filter(({ kind }) => kind === "days");
  if (said.length === 0 || days.length === 0 || days.length < after.filter(isSaid).length) return false;
  if (before.some(({ kind }) => kind === "except")) return false;
  const isOfMany = said.some((piece) => piece.kind === "days" && piece.days.every === true);
  return isOfMany && rankOf(days) <= rankOf(said);
}

function isOneTime(piece: Piece | undefined): boolean {
  return piece?.kind === "time" && piece.time.kind === "point";
}

function isSaid({ kind }: Piece): boolean {
  return kind === "days" || kind === "time" || kind === "moment";
}

/** "Not Monday but Tuesday" is Tuesday; "not Monday, but next week" keeps both. */
function butRather(before: readonly Piece[], after: readonly Piece[]): readonly Piece[] {
  const except = before.findLastIndex(({ kind }) => kind === "except");
  const refused = except < 0 ? [] : before.slice(except + 1).filter(isSaid);
  const isNew = refused.every(({ kind }) => after.some((piece) => piece.kind === kind));
  if (refused.length === 0 || !isNew || rankOf(after) > rankOf(refused)) return [...before, ...after];
  return [...before.slice(0, except), ...after];
}

function replaced(before: readonly Piece[], after: readonly Piece[]): readonly Piece[] {
  const kinds = new Set(after.filter(isSaid).map(({ kind }) => kind));
  if (kinds.size === 0 || !before.some(isSaid)) return [...before, ...after];
  if (kinds.has("moment")) return after;
  const rank = rankOf(after);
  const goes = (piece: Piece) =>
    piece.kind === "moment" || (kinds.has(piece.kind) && (piece.kind !== "days" || piece.days.rank <= rank));
  const last = before.findLastIndex(goes);
  if (last < 0) return [...before, ...after];
  if (!after.some(({ kind }) => JOINTS.has(kind)) && before.some(({ kind }) => JOINTS.has(kind))) {
    // "Between three and four, no, five": only what it takes the place of.
    let first = last;
    while (first > 0 && goes(before[first - 1]!)) first -= 1;
    return [...before.slice(0, first), ...after, ...before.slice(last + 1)];
  }
  const old = before[last]!;
  const kept: Piece[] = [];
  for (const piece of before) {
    if (goes(piece)) while (kept.length > 0 && JOINTS.has(kept.at(-1)!.kind)) kept.pop();
    else kept.push(piece);
  }
  return [...kept, ...after.map((piece) => inItsPlace(old, piece))];
}

/** "After three, no, four" is after four. */
function inItsPlace(old: Piece, piece: Piece): Piece {
  if (old.kind !== "time" || piece.kind !== "time" || piece.time.kind !== "point") return piece;
  const { kind } = old.time;
  if (kind !== "from" && kind !== "until") return piece;
  const time: Time = {
    ...old.time,
    choices: (conventions) =>
      piece.time
        .choices(conventions)
        .map(([start]) => (kind === "from" ? ([start, 1440] as const) : ([0, start] as const))),
    settled: piece.time.settled === true,
  };
  return { kind: "time", time };
}

function rankOf(pieces: readonly Piece[]): number {
  return Math.max(RANK.day, ...pieces.map((piece) => (piece.kind === "days" ? piece.days.rank : RANK.day)));
}
