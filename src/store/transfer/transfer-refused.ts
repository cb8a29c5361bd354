/** It cannot be done as asked. Thrown, because that rolls back what has begun; `transferStore` makes it a value. */
export class TransferRefused extends Error {
  readonly next: string;

  constructor(message: string, next: string) {
    super(message);
    this.next = next;
  }
}

/** The target holds data already. */
export class TargetTaken extends TransferRefused {}

export const NOTHING_CHANGED = "Nothing was changed.";
