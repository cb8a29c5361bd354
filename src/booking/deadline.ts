/** Of a request that books, moves or cancels: a caller on the telephone waits no longer for "please try again". */
const REQUEST_PATIENCE_MS = 4_000;

/** By when a request is answered, counted from when this was made. */
export class Deadline {
  readonly #at: number;

  constructor(patienceMs = REQUEST_PATIENCE_MS) {
    this.#at = performance.now() + patienceMs;
  }

  /** Not above zero when it has passed. */
  get leftMs(): number {
    return this.#at - performance.now();
  }

  /** What the work brings, or undefined when it takes longer; it then goes on unheard. */
  async within<T>(work: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const passed = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), Math.max(0, this.leftMs));
    });
    try {
      return await Promise.race([work, passed]);
    } finally {
      clearTimeout(timer);
    }
  }
}
