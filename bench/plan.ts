/** How much is measured. */
export interface Plan {
  readonly bookings: number;
  readonly fewBookings: number;
  readonly manyBookings: number;
  readonly rounds: number;
  readonly secondsARound: number;
  readonly bookingsARound: number;
}

export const FULL: Plan = {
  bookings: 200_000,
  fewBookings: 10_000,
  manyBookings: 1_000_000,
  rounds: 5,
  secondsARound: 4,
  bookingsARound: 3_000,
};

/** A minute; tells whether a change helped, not whether the targets are met. */
export const QUICK: Plan = {
  bookings: 20_000,
  fewBookings: 2_000,
  manyBookings: 100_000,
  rounds: 3,
  secondsARound: 1,
  bookingsARound: 1_000,
};

/** What `npm run scale` makes and measures. */
export interface ScalePlan {
  readonly accounts: number;
  readonly entitiesEach: number;
  /** Numbers of bookings, each in a data set of its own. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly secondsARound: number;
  readonly bookingsARound: number;
}

export const SCALE: ScalePlan = {
  accounts: 2_000,
  entitiesEach: 5,
  sizes: [10_000, 1_000_000, 5_000_000],
  rounds: 3,
  secondsARound: 3,
  bookingsARound: 1_000,
};

/** A few minutes; tells whether all of it runs. */
export const QUICK_SCALE: ScalePlan = {
  accounts: 400,
  entitiesEach: 5,
  sizes: [2_000, 50_000],
  rounds: 1,
  secondsARound: 1,
  bookingsARound: 300,
};
