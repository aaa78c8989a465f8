import { Refusal } from '../../refusals/index.js';
import { type ChangeFacts, refusalToCancel, statesStillToCome } from '../bookings/index.js';

/** A date that somebody has a place of, or waits for. */
export type Remaining = ChangeFacts;

/** Who leaves gives back what can be given back: what is over, or about to begin, stays what it is. */
export const isLeaving = (booking: Remaining, by: { readonly isStaff: boolean }): boolean =>
  statesStillToCome.includes(booking.state) && refusalToCancel(booking, by) === undefined;

/** Nothing is left to give back. */
export const refusalToLeave = (
  bookings: readonly Remaining[],
  by: { readonly isStaff: boolean },
): Refusal | undefined =>
  bookings.some((booking) => isLeaving(booking, by)) ? undefined : Refusal.PAST_CANCELLING;
