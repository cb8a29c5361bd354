type EpochMilliseconds = number;

/** A call over a telephone carrier as far as it has come; its turns can be taken by any server. */
export interface PhoneCall {
  /** The last turn that was begun, from 0. */
  readonly turn: number;
  /** The dialogue after the last turn that was ended, as JSON; null when the call has ended. It holds what the caller has said. */
  readonly state: string | null;
  /** What the carrier was answered in the last turn, to be answered again; null while a server is at it. */
  readonly answer: string | null;
}

export interface PhoneTurn {
  readonly state: string | null;
  readonly answer: string;
}

/** Who has begun a turn and not ended it after that time has died on it. */
export const TURN_PATIENCE_MS = 10_000;

export interface PhoneCalls {
  phoneCall(accountId: string, callId: string): Promise<PhoneCall | undefined>;
  /**
   * Begins a turn: the first one of a new call, the one after an ended one, or one that somebody has died on. False when
   * it is somebody else's, or not its time.
   */
  beginTurn(accountId: string, callId: string, turn: number, times: TurnTimes): Promise<boolean>;
  /** Nothing happens when the call has gone on without it, or has ended meanwhile. */
  endTurn(accountId: string, callId: string, turn: number, done: PhoneTurn, times: TurnTimes): Promise<void>;
  /** Whatever is under way: what was said is forgotten, and a turn that is asked for again gets this answer. */
  endCall(accountId: string, callId: string, answer: string, times: TurnTimes): Promise<void>;
  forgetPhoneCalls(now: EpochMilliseconds): Promise<void>;
}

export interface TurnTimes {
  readonly at: EpochMilliseconds;
  /** When the call is forgotten, if nothing more comes. */
  readonly forgetAt: EpochMilliseconds;
}
