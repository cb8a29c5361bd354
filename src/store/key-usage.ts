/** Requests of one key that this process has let pass since it last told of them. */
export interface KeyCount {
  readonly accountId: string;
  readonly keyId: string;
  readonly requests: number;
}

/** Of all processes together, in the running minute of the database's clock. */
export interface KeyTotal extends KeyCount {
  readonly minuteEndsInMs: number;
}

/** Where processes add up what each of them has let pass. */
export interface KeyUsage {
  add(counts: readonly KeyCount[]): Promise<KeyTotal[]>;
  close(): Promise<void>;
}
