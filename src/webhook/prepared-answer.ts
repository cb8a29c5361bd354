/** An answer that is JSON already. */
export class PreparedAnswer {
  readonly json: Buffer;
  /** What the call log keeps of it, JSON too. */
  readonly kept: string;

  constructor(json: Buffer, kept: string) {
    this.json = json;
    this.kept = kept;
  }
}
