import type { Deadline } from "./deadline.ts";

/**
 * One at a time per key, first come first served, within this process. It saves bookings of one business the
 * retries that they would otherwise cause each other; it guarantees nothing, the store does.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Undefined when the deadline came first: who had no turn by then never begins. */
  async take<T>(key: string, deadline: Deadline, work: () => Promise<T>): Promise<T | undefined> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(() => (deadline.leftMs > 0 ? work() : undefined));
    // Also of work that its caller no longer waits for: the next one would only get in its way.
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, settled);
    settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    return await deadline.within(mine);
  }
}
