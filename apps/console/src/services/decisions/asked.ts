import type { ToDecideFragment } from '../../gql/graphql';

/** What waits for one decision: a booking, all days that somebody asked for in one act, or a group. */
export interface Asked {
  readonly key: string;
  /** By time; those of a group by the order in which they were booked. */
  readonly bookings: readonly [ToDecideFragment, ...ToDecideFragment[]];
}

/** The most urgent first, as they came; what was asked for in one act is one. */
export function askedTogether(bookings: readonly ToDecideFragment[]): Asked[] {
  const known = new Map<string, [ToDecideFragment, ...ToDecideFragment[]]>();
  for (const booking of bookings) {
    const key = booking.runId ?? booking.groupId ?? booking.id;
    const others = known.get(key);
    if (others) others.push(booking);
    else known.set(key, [booking]);
  }
  return [...known].map(([key, all]) => ({
    key,
    bookings: all.sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt)),
  }));
}

/** Each by itself: an appeal is about one day. */
export const askedAlone = (bookings: readonly ToDecideFragment[]): Asked[] =>
  bookings.map((booking) => ({ key: booking.id, bookings: [booking] }));

/** Several people of one session, and not several days of one person. */
export const isGroup = ({ bookings: [first, ...others] }: Asked): boolean =>
  others.some(({ beneficiary }) => beneficiary.id !== first.beneficiary.id);

/** Whom no message reaches: somebody has to tell them. */
export const untold = ({ bookings }: Asked): string[] => [
  ...new Set(
    bookings.filter(({ beneficiary }) => !beneficiary.phone).map(({ beneficiary }) => beneficiary.name),
  ),
];
