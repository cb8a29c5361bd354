import type { UnderstoodTime } from "../booking/find-slots.ts";

/** An answer that is JSON already. */
export class PreparedAnswer {
  readonly json: Buffer;
  /** What the call log keeps of it, JSON too. */
  readonly kept: string;
  /** What the caller's words were taken for, where the answer rests on words. */
  readonly understood: UnderstoodTime | undefined;

  constructor(json: Buffer, kept: string, understood?: UnderstoodTime) {
    this.json = json;
    this.kept = kept;
    this.understood = understood;
  }

  /** The same answer to a request in words. */
  understoodAs(understood: UnderstoodTime): PreparedAnswer {
    return new PreparedAnswer(this.json, this.kept, understood);
  }
}
