import type { Business } from "../scheduling/business.ts";
import type { Minute } from "../scheduling/range.ts";

/** Some 700 bytes each: the days that callers of many businesses ask about in a row. */
const MOST_DAYS = 10_000;

interface RememberedDay {
  readonly mark: object;
  readonly starts: readonly Minute[];
}

/**
 * Free starts of whole days, each as good as the store's mark that it was read under: a caller asks for a day, hears
 * of it and asks again, and so do the next ones. A changed configuration is another `Business` and begins anew.
 */
export class RememberedStarts {
  #days = new WeakMap<Business, Map<string, RememberedDay>>();
  #count = 0;

  get(business: Business, wish: string, mark: object): readonly Minute[] | undefined {
    const day = this.#days.get(business)?.get(wish);
    return day?.mark === mark ? day.starts : undefined;
  }

  set(business: Business, wish: string, mark: object, starts: readonly Minute[]): void {
    if (this.#count >= MOST_DAYS) {
      this.#days = new WeakMap();
      this.#count = 0;
    }
    const days = this.#days.get(business) ?? new Map<string, RememberedDay>();
    if (!days.has(wish)) this.#count += 1;
    days.set(wish, { mark, starts });
    this.#days.set(business, days);
  }
}
