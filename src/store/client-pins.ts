type EpochMilliseconds = number;

/** So many wrong ones within an hour, and for an hour no PIN proves anything for that client. */
export const MOST_WRONG_PINS = 5;
export const WRONG_PINS_MS = 3_600_000;

/** PINs that clients have agreed on at the desk, hashed; nothing else that is told of a client contains them. */
export interface ClientPins {
  /** Null removes it; wrong tries so far are forgotten. False when there was nothing to set or remove. */
  setPin(accountId: string, clientId: string, hash: string | null): Promise<boolean>;
  hasPin(accountId: string, clientId: string): Promise<boolean>;
  /**
   * Counts a try as a wrong one, before anybody knows whether it is, so that tries at one time on several servers cannot
   * be more than are allowed. Undefined when there were too many, and when there is no PIN.
   */
  tryPin(accountId: string, clientId: string, now: EpochMilliseconds): Promise<string | undefined>;
  /** The try was right: it and those before it count no more. */
  forgetPinTries(accountId: string, clientId: string): Promise<void>;
}
