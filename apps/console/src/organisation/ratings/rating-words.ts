import type { RatingQuery, RatingState, StandardItem } from '../../gql/graphql';

export type WholeRating = RatingQuery['rating'];

export const STATE_TONES = {
  DECLARED: 'info',
  SELF_RATED: 'info',
  REVIEWED: 'info',
  CONFIRMED: 'info',
  PUBLISHED: 'warn',
  GRANTED: 'ok',
} as const satisfies Record<RatingState, string>;
export const RATING_STATES = Object.keys(STATE_TONES) as RatingState[];

const ITEMS: Readonly<Record<StandardItem, true>> = {
  ...{ PLACE: true, COMMITTEE: true, MEETINGS: true, RECORDS: true },
  ...{ DUES: true, SYSTEMS: true, OPENNESS: true, EQUIPMENT: true },
};
export const STANDARD_ITEMS = Object.keys(ITEMS) as StandardItem[];

/** Whose turn it is: the round of points that can be given now. */
export const ROUND_NOW = {
  DECLARED: 'SELF',
  SELF_RATED: 'TOWN',
  REVIEWED: 'DISTRICT',
} as const;
