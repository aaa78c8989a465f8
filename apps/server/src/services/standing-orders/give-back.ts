import type { Viewer } from '@linli/domain/access';
import { refusalToCancel, statesWithoutEffect } from '@linli/domain/services/bookings';
import type { Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { changeBookingInside, lockPlaces, targetOfBooking, tellOfBookings } from '../bookings/index.js';
import type { DayRow } from './known-days.js';

export const isBooked = ({ bookingState }: DayRow): boolean =>
  bookingState !== null && !statesWithoutEffect.includes(bookingState);

/** Cancels what stands for these days as anyone cancels it; gives back what the rules refused, day by day. */
export async function giveBack(
  tx: Transaction,
  viewer: Viewer,
  { days, reason }: { readonly days: readonly DayRow[]; readonly reason: string },
): Promise<Map<DayRow, Refused>> {
  const refused = new Map<DayRow, Refused>();
  const booked = days.filter(isBooked);
  await lockPlaces(tx, { ids: booked.flatMap(({ sessionId }) => sessionId ?? []) });
  for (const day of booked) {
    const { bookingId: id } = day;
    if (!id) continue;
    const cancelled = await changeBookingInside(tx, viewer, {
      ...{ id, reason, move: 'CANCEL', action: 'CANCEL_BOOKING', event: 'bookings.cancelled' },
      target: targetOfBooking,
      isDone: ({ state }) => state === 'CANCELLED',
      refusal: (booking) => refusalToCancel(booking, { isStaff: viewer.face === 'CONSOLE' }),
    });
    if (cancelled instanceof Refused) refused.set(day, cancelled);
    else if (cancelled.beneficiaryId !== viewer.personId) {
      await tellOfBookings(tx, {
        ...{ kind: 'BOOKING_CANCELLED_FOR_YOU', bookings: [id], more: { reason }, except: viewer.personId },
      });
    }
  }
  return refused;
}
