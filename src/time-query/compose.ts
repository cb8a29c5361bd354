import type { Time } from "./clock.ts";
import type { Days } from "./days.ts";
import { through } from "./days.ts";
import { type Draft, draft, isEmpty, separate, share } from "./group-drafts.ts";
import type { Operand, Query } from "./query.ts";
import type { Edge, Piece } from "./senses.ts";

const DAY = 1_440;

/** "Monday, Tuesday, … or Sunday" are seven. */
const MOST_GROUPS = 8;

/** What the pieces of a sentence say together; undefined when they do not make sense. */
export function compose(all: readonly Piece[]): Query | undefined {
  const pieces = all.filter((piece) => piece.kind !== "filler");
  const open = pieces.some((piece) => piece.kind === "soonest" || piece.kind === "anytime");
  const isAnyDay =
    pieces.some((piece) => piece.kind === "anytime") && !pieces.some(({ kind }) => kind === "days");
  const said = pieces
    .filter((piece) => piece.kind !== "soonest" && piece.kind !== "anytime")
    // "Any day, in the afternoon": of all of them.
    .map((piece) => (isAnyDay && piece.kind === "time" ? { ...piece, time: ofEveryDay(piece.time) } : piece));
  const composer = new Composer(said);
  composer.run();
  if (composer.broken || composer.groups.length > MOST_GROUPS) return undefined;
  const groups = share(composer.groups.filter((group) => !isEmpty(group)));
  const except = share(composer.except.filter((group) => !isEmpty(group)));
  if (groups.length === 0 && except.length === 0 && !open) return undefined;
  return { groups, except, open, soonest: pieces.some(saysSoonest) };
}

function ofEveryDay(time: Time): Time {
  return time.kind === "part" ? { ...time, every: true } : time;
}

function saysSoonest(piece: Piece): boolean {
  if (piece.kind === "time") return piece.time.soonest === true;
  if (piece.kind === "moment") return piece.moment.soonest === true;
  return piece.kind === "soonest" || (piece.kind === "bound" && piece.soonest === true);
}

class Composer {
  readonly groups: Draft[] = [draft()];
  readonly except: Draft[] = [];
  broken = false;
  readonly #pieces: readonly Piece[];
  #at = 0;
  /** The last days were said beside those before, without an "or". */
  #isBeside = false;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  run(): void {
    while (this.#at < this.#pieces.length) this.#step();
  }

  get #group(): Draft {
    return this.groups.at(-1)!;
  }

  #step(): void {
    const piece = this.#pieces[this.#at]!;
    switch (piece.kind) {
      case "bound":
        this.#at += 1;
        this.#bound(piece.edge);
        return;
      case "through":
        this.#at += 1;
        this.#bound("until");
        return;
      case "between":
        this.#at += 1;
        this.#between();
        return;
      case "or":
        this.#at += 1;
        this.#isBeside = false;
        if (!isEmpty(this.#group)) this.groups.push(draft());
        return;
      case "except":
        this.#at += 1;
        this.#exclude();
        return;
      case "days":
        this.#days();
        return;
      case "time":
        this.#time(piece.time);
        return;
      case "moment":
        this.#at += 1;
        this.#group.moments.push(piece.moment);
        return;
      default:
        this.broken = true;
        this.#at += 1;
    }
  }

  /** Days that stand side by side, then a clock time. */
  #operand(): Operand | undefined {
    const first = this.#pieces[this.#at];
    if (first?.kind === "moment") {
      this.#at += 1;
      return { days: [], moment: first.moment };
    }
    const days: Days[] = [];
    let time: Time | undefined;
    if (first?.kind === "time" && first.time.kind === "point") {
      time = first.time;
      this.#at += 1;
    }
    for (let next = this.#pieces[this.#at]; next?.kind === "days"; next = this.#pieces[this.#at]) {
      const last = days.at(-1);
      if (last !== undefined && separate(last, next.days)) break;
      // "From next week on, Mondays": from then on all of them.
      if (last !== undefined && last.every !== true && next.days.every === true) break;
      days.push(next.days);
      this.#at += 1;
    }
    const next = this.#pieces[this.#at];
    const closes =
      next?.kind === "time" &&
      (next.time.kind === "point" || (next.time.kind === "part" && next.time.every !== true));
    if (time === undefined && days.length > 0 && closes) {
      time = next.time;
      this.#at += 1;
    }
    return days.length === 0 && time === undefined ? undefined : { days, time };
  }

  #bound(edge: Edge): void {
    const start = this.#at;
    const operand = this.#operand();
    // "From the 3rd to the 5th": a stretch needs no bound.
    if (edge === "from" && operand?.days.some((one) => one.stretch === true) === true) {
      this.#at = start;
      return;
    }
    // "Nach" and "vor" also stand before what is no time.
    if (operand === undefined) return;
    if (edge === "from" && this.#pieces[this.#at]?.kind === "through") {
      this.#at = start;
      const [first] = operand.days;
      if (first !== undefined && operand.time === undefined) {
        this.#days();
        return;
      }
      this.#operand();
      this.#at += 1;
      const high = this.#operand();
      if (high !== undefined) this.#group.bounds.push({ kind: "range", low: operand, high });
      return;
    }
    const { time } = operand;
    if (operand.days.length === 0 && time?.kind === "point" && this.#group.days.length > 0 && edge !== "by") {
      // "Monday from ten in the evening": of that day.
      this.#group.times.push(edge === "from" || edge === "after" ? onwards(time) : upTo(time));
      return;
    }
    this.#group.bounds.push({ kind: "bound", edge, operand });
  }

  #between(): void {
    const low = this.#operand();
    const joint = this.#pieces[this.#at]?.kind;
    if (low === undefined) return;
    if (joint !== "or" && joint !== "through") {
      this.broken = !low.days.some((one) => one.stretch === true);
      this.#group.days.push(...low.days);
      return;
    }
    this.#at += 1;
    const high = this.#operand();
    if (high === undefined) this.broken = true;
    else this.#range(low, high);
  }

  #range(low: Operand, high: Operand): void {
    const [first, ...restLow] = shortestFirst(low.days);
    const [last, ...restHigh] = shortestFirst(high.days);
    const daysOnly = low.time === undefined && high.time === undefined;
    if (daysOnly && first !== undefined && last !== undefined && low.moment === undefined) {
      // "Next week Monday to Wednesday", "Monday to Wednesday next week": the week holds for both.
      this.#group.days.push(through(first, last), ...restLow, ...restHigh);
    } else this.#group.bounds.push({ kind: "range", low, high });
  }

  #days(): void {
    const start = this.#at;
    const low = this.#operand();
    if (low === undefined) return;
    if (this.#pieces[this.#at]?.kind === "through") {
      const joint = this.#at;
      this.#at += 1;
      const high = this.#operand();
      if (high !== undefined && high.days.length > 0) {
        this.#range(low, high);
        return;
      }
      if (high !== undefined && low.time !== undefined) {
        this.#group.bounds.push({ kind: "range", low, high: { days: low.days, time: high.time } });
        return;
      }
      this.#at = joint;
    }
    this.#at = start + 1;
    const piece = this.#pieces[start];
    if (piece?.kind !== "days") return;
    const before = this.#group.days.at(-1);
    if (before !== undefined && separate(before, piece.days)) {
      this.#isBeside = true;
      this.groups.push(draft());
    }
    this.#group.days.push(piece.days);
  }

  #time(time: Time): void {
    const start = this.#at;
    this.#at += 1;
    const next = this.#pieces[this.#at];
    const named = this.#group.days.length > 0;
    if (time.deadline === true && next?.kind === "days" && !named) {
      const operand = this.#operand();
      if (operand !== undefined)
        this.#group.bounds.push({
          kind: "bound",
          edge: "by",
          operand: { ...operand, time: deadlineOf(time) },
        });
      return;
    }
    // "9 Uhr Montag bis 17 Uhr Dienstag"
    if (time.kind === "point" && next?.kind === "days") {
      this.#at = start;
      const low = this.#operand();
      if (low !== undefined && this.#pieces[this.#at]?.kind === "through") {
        this.#at += 1;
        const high = this.#operand();
        if (high !== undefined) {
          this.#group.bounds.push({ kind: "range", low, high });
          return;
        }
      }
      this.#at = start + 1;
    }
    if (time.kind === "point" && this.#group.times.some((one) => one.kind === "point")) this.broken = true;
    this.#group.times.push(time);
  }

  /** "Not on Friday", "Friday not". */
  #exclude(): void {
    const next = this.#pieces[this.#at];
    if (next?.kind === "days" || next?.kind === "time") {
      const withTime = isEmpty(this.#group);
      for (;;) {
        const group = draft();
        const start = this.#at;
        this.#excluded(group, withTime);
        if (this.#at > start) this.except.push(group);
        const after = this.#pieces[this.#at + 1];
        if (this.#pieces[this.#at]?.kind !== "or" || (after?.kind !== "days" && after?.kind !== "time"))
          return;
        this.#at += 1;
      }
    }
    const group = this.#group;
    // "Not now" leaves open what is meant instead.
    if (next !== undefined || isEmpty(group) || group.moments.length > 0) {
      this.broken = true;
      return;
    }
    // "Monday to Friday, Tuesday not"
    if (this.#isBeside && this.groups.length > 1) this.except.push(this.groups.pop()!);
    else this.except.push(...this.groups.splice(0));
    this.groups.push(draft());
  }

  #excluded(group: Draft, withTime: boolean): void {
    const piece = this.#pieces[this.#at];
    if (piece?.kind === "time") {
      group.times.push(piece.time);
      this.#at += 1;
      return;
    }
    if (piece?.kind !== "days") return;
    this.#at += 1;
    const joint = this.#pieces[this.#at];
    const last = this.#pieces[this.#at + 1];
    if (joint?.kind === "through" && last?.kind === "days") {
      this.#at += 2;
      group.days.push(through(piece.days, last.days));
    } else group.days.push(piece.days);
    const time = this.#pieces[this.#at];
    if (withTime && time?.kind === "time") {
      group.times.push(time.time);
      this.#at += 1;
    }
  }
}

/** From a clock time to the end of its day. */
function onwards(time: Time): Time {
  return {
    ...time,
    kind: "from",
    choices: (conventions) => time.choices(conventions).map(([start]) => [start, DAY]),
  };
}

/** From the beginning of the day up to a clock time. */
function upTo(time: Time): Time {
  return {
    ...time,
    kind: "until",
    choices: (conventions) => time.choices(conventions).map(([start]) => [0, start]),
  };
}

/** The end of a deadline as a clock time. */
function deadlineOf(time: Time): Time {
  return {
    ...time,
    kind: "point",
    choices: (conventions) => time.choices(conventions).map(([, end]) => [end, end + 1] as const),
  };
}

/** Of days that were said together; of two that are as long, the one that was said last. */
function shortestFirst(days: readonly Days[]): readonly Days[] {
  return days.toReversed().toSorted((a, b) => a.rank - b.rank);
}
