const MOST_KEYS = 100_000;

/**
 * Counts requests by key in windows that begin with the first one. For each login its own, where better-auth's would be one
 * for all servers of a process.
 */
export class RequestWindows {
  readonly #windows = new Map<string, { count: number; readonly endsAt: number }>();

  /** Seconds. */
  async consume(
    key: string,
    { window, max }: { readonly window: number; readonly max: number },
  ): Promise<{ allowed: boolean; retryAfter: number | null }> {
    const now = performance.now();
    const known = this.#windows.get(key);
    if (known === undefined || known.endsAt <= now) {
      this.#makeRoom(now);
      // Anew, so that the oldest is the first one.
      this.#windows.delete(key);
      this.#windows.set(key, { count: 1, endsAt: now + window * 1_000 });
      return { allowed: true, retryAfter: null };
    }
    if (known.count >= max) return { allowed: false, retryAfter: Math.ceil((known.endsAt - now) / 1_000) };
    known.count += 1;
    return { allowed: true, retryAfter: null };
  }

  #makeRoom(now: number): void {
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < MOST_KEYS) return;
      this.#windows.delete(key);
    }
  }
}
