import type { UserField } from "../protocol/index.ts";

/** What the bot says and what it listens for, in one language. All words that a caller hears stand in `german.ts` and `english.ts`. */
export interface Texts {
  readonly greeting: (business: string) => string;
  readonly anythingElse: string;
  readonly goodbye: string;
  readonly handOver: string;
  readonly trouble: string;
  /** Said while a request is repeated that has failed once. */
  readonly oneMoment: string;
  readonly nudges: readonly string[];
  readonly notUnderstood: string;
  /** How an answer could be given that was not understood. */
  readonly hints: Partial<Readonly<Record<UserField | "name" | "choice", string>>>;
  /** What the caller does not want to tell, or does not know, is needed. */
  readonly isNeeded: string;
  /** Asked for what the bot does not know: prices, opening hours. */
  readonly cannotTell: string;
  readonly nothingBooked: string;

  readonly askWhat: string;
  readonly askType: (names: readonly string[]) => string;
  readonly askAgent: (names: readonly string[]) => string;
  readonly askProduct: (names: readonly string[]) => string;
  readonly askTime: string;
  readonly askOtherTime: string;
  readonly nothingFree: string;
  /** Said when the wished time has nothing, before other times are offered. */
  readonly nothingFreeThen: string;
  readonly nothingSuits: string;
  readonly offer: (times: readonly string[]) => string;
  readonly askForSelf: string;
  readonly askName: (who: Who) => string;
  readonly askField: (field: UserField, who: Who) => string;
  readonly askCallerNumber: string;
  readonly askSpelling: (who: Who) => string;
  readonly notFound: string;
  readonly readBack: (booking: ReadBack) => string;
  readonly askWrong: string;
  readonly booked: (time: string) => string;
  readonly noBookings: string;
  readonly yourBookings: (bookings: readonly string[]) => string;
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
  /** The number as digits with spaces between. */
  readonly phone: (digits: string) => string;
  readonly birthDate: (date: string) => string;
  /** As one says it: "erika punkt muster ät example punkt com". */
  readonly email: (address: string) => string;

  /** Time queries that the bot makes itself; what names a day takes `YYYY-MM-DD` or a longer local time. */
  readonly soonest: string;
  readonly onDay: (local: string, thisYear: number) => string;
  readonly fromDay: (local: string, thisYear: number) => string;
  readonly beforeDay: (local: string, thisYear: number) => string;
  readonly from: (local: string, thisYear: number) => string;
  readonly before: (local: string, thisYear: number) => string;

  /** The simplest words for what a caller can mean: what other words are mapped to. */
  readonly plainly: Readonly<
    Record<
      | "yes"
      | "no"
      | "book"
      | "move"
      | "cancel"
      | "lookUp"
      | "human"
      | "repeat"
      | "any"
      | "later"
      | "earlier"
      | "goodbye",
      string
    >
  >;
  /** What the keys 1 and 2 say to a question of yes or no. */
  readonly keys: Readonly<Record<string, string>>;
  readonly words: ListenedFor;
}

/** Who is asked about: the caller, or the person for whom the caller books. */
export type Who = "booker" | "participant";

export interface ReadBack {
  readonly what: string;
  readonly agent: string | undefined;
  readonly time: string;
  /** Whom it is for. */
  readonly name: string;
  /** Who books for them, where that is somebody else. */
  readonly booker: string | undefined;
  /** What else was told, as it is said. */
  readonly details: readonly string[];
}

/** Patterns for what the caller says in small letters without umlauts or punctuation, unless told otherwise. */
export interface ListenedFor {
  readonly yes: RegExp;
  readonly no: RegExp;
  readonly human: RegExp;
  readonly repeat: RegExp;
  readonly goodbye: RegExp;
  /** What was begun is not wanted any more. */
  readonly giveUp: RegExp;
  /** What the bot cannot answer. */
  readonly beyond: RegExp;
  readonly book: RegExp;
  readonly cancel: RegExp;
  readonly move: RegExp;
  readonly lookUp: RegExp;
  /** As it was said: between two wishes. */
  readonly andThen: RegExp;
  /** The words before the new time of an appointment that is to be moved; the time is the first group; as they were said. */
  readonly movedTo: RegExp;
  readonly any: RegExp;
  /** That what was chosen before is to be another. */
  readonly instead: RegExp;
  readonly shorter: RegExp;
  readonly longer: RegExp;
  readonly earliest: RegExp;
  readonly latest: RegExp;
  readonly earlier: RegExp;
  readonly later: RegExp;
  readonly self: RegExp;
  readonly other: RegExp;
  /** As it was written: what a first name follows, in the first group: "für meine Tochter Lena". */
  readonly relative: RegExp;
  readonly thisNumber: RegExp;
  readonly refuses: RegExp;
  /** As they were written: what stands before a name: "mein Name ist"; and before an address. */
  readonly beforeName: RegExp;
  readonly beforeAddress: RegExp;
  readonly firstnameIs: RegExp;
  readonly lastnameIs: RegExp;
  /** As it was written: what follows a name and is none of it. */
  readonly afterName: RegExp;
  /** A single word that no name has. */
  readonly noName: RegExp;
  readonly title: RegExp;
  /** As it was written: what somebody says before telling it. */
  readonly announces: Readonly<Record<"name" | "dob" | "phone" | "email", RegExp>>;
  readonly first: RegExp;
  readonly second: RegExp;
  readonly third: RegExp;
  /** What is wrong in what was read back. */
  readonly wrong: Partial<Readonly<Record<UserField | "time", RegExp>>>;
}
