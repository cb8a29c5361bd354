import type { UserField } from "./wire.ts";

/** What the bot says and what it listens for, in one language. All words that a caller hears stand in `german.ts` and `english.ts`. */
export interface Texts {
  readonly greeting: (business: string) => string;
  readonly anythingElse: string;
  readonly goodbye: string;
  readonly handOver: string;
  readonly trouble: string;
  readonly nudges: readonly string[];
  readonly notUnderstood: string;

  readonly askWhat: string;
  readonly askType: (names: readonly string[]) => string;
  readonly askAgent: (names: readonly string[]) => string;
  readonly askProduct: (names: readonly string[]) => string;
  readonly askTime: string;
  readonly nothingFree: string;
  /** Said when the wished time has nothing, before other times are offered. */
  readonly nothingFreeThen: string;
  /** A time query for the next free slots. */
  readonly soonest: string;
  readonly offer: (times: readonly string[]) => string;
  readonly offerOther: string;
  readonly askForSelf: string;
  readonly askName: (who: Who) => string;
  readonly askField: (field: UserField, who: Who) => string;
  readonly askCallerNumber: string;
  readonly askSpelling: string;
  readonly notFound: string;
  readonly readBack: (booking: ReadBack) => string;
  readonly askWrong: string;
  readonly booked: (time: string) => string;
  readonly noBookings: string;
  readonly whichBooking: (bookings: readonly string[]) => string;
  readonly confirmCancel: (booking: string) => string;
  readonly cancelled: string;
  readonly askNewTime: (booking: string) => string;
  readonly confirmMove: (from: string, to: string) => string;
  readonly moved: (time: string) => string;
  readonly kept: string;

  /** "Dienstag, 1. Dezember, 14 Uhr 30"; the year only when it is not `thisYear`. */
  readonly time: (local: string, thisYear: number) => string;
  readonly clock: (local: string) => string;
  readonly booking: (name: string, time: string) => string;
  readonly withAgent: (agent: string) => string;
  readonly either: (options: readonly string[]) => string;

  readonly words: ListenedFor;
}

/** Who is asked about: the caller, or the person for whom the caller books. */
export type Who = "booker" | "participant";

export interface ReadBack {
  readonly what: string;
  readonly agent: string | undefined;
  readonly time: string;
  readonly name: string;
  /** Digit by digit. */
  readonly phone: string | undefined;
}

export interface ListenedFor {
  readonly yes: RegExp;
  readonly no: RegExp;
  readonly human: RegExp;
  readonly repeat: RegExp;
  readonly goodbye: RegExp;
  readonly book: RegExp;
  readonly cancel: RegExp;
  readonly move: RegExp;
  readonly any: RegExp;
  /** That what was chosen before is to be another. */
  readonly instead: RegExp;
  readonly self: RegExp;
  readonly other: RegExp;
  /** What stands before a name: "mein Name ist". */
  readonly beforeName: RegExp;
  readonly first: RegExp;
  readonly second: RegExp;
  readonly third: RegExp;
  /** What is wrong in what was read back. */
  readonly wrongName: RegExp;
  readonly wrongPhone: RegExp;
  readonly wrongTime: RegExp;
  readonly wrongAgent: RegExp;
  readonly wrongWhat: RegExp;
}
