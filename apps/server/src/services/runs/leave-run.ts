import { can, type Viewer } from '@linli/domain/access';
import type { BookingRunId } from '@linli/domain/services/bookings';
import { isLeaving, type LeaveRunInput, refusalToLeave } from '@linli/domain/services/runs';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import {
  type Booking,
  bookingsOfRuns,
  changeBookingInside,
  lockPlaces,
  targetOfBooking,
  tellOfBookings,
} from '../bookings/index.js';
import { runFor } from './run.queries.js';
import type { BookingRun } from './run.type.js';

const left = statement<{ id: BookingRunId; reason: string }, Pick<BookingRun, 'leftAt' | 'leaveReason'>>({
  name: 'leave-booking-run',
  text: `
    UPDATE booking_run SET left_at = now(), leave_reason = :reason WHERE id = :id
    RETURNING left_at, leave_reason`,
});

async function giveBack(
  tx: Transaction,
  viewer: Viewer,
  { id, reason }: { readonly id: Booking['id']; readonly reason: string },
): Promise<Booking | Refused> {
  const isStaff = viewer.face === 'CONSOLE';
  return changeBookingInside(tx, viewer, {
    ...{ id, reason, move: 'CANCEL', action: 'CANCEL_BOOKING', event: 'bookings.cancelled' },
    target: targetOfBooking,
    // Somebody gave it back, or it began, while this waited for its place.
    isDone: (booking) => !isLeaving(booking, { isStaff }),
    refusal: () => undefined,
  });
}

async function leaveInside(
  tx: Transaction,
  viewer: Viewer,
  { id, reason }: LeaveRunInput,
): Promise<BookingRun | Refused> {
  const run = await runFor(tx, viewer, id);
  const known = await bookingsOfRuns(tx, viewer, [id]);
  if (known.some((booking) => !can(viewer, 'CANCEL_BOOKING', targetOfBooking(booking))))
    throw notFound('run');
  if (run.leftAt) return run;
  await lockPlaces(tx, { ids: [...new Set(known.map(({ sessionId }) => sessionId))] });
  const bookings = await bookingsOfRuns(tx, viewer, [id]);
  const isStaff = viewer.face === 'CONSOLE';
  const refusal = refusalToLeave(bookings, { isStaff });
  if (refusal) return new Refused(refusal);
  const leaving = bookings.filter((booking) => isLeaving(booking, { isStaff }));
  for (const booking of leaving) {
    const given = await giveBack(tx, viewer, { id: booking.id, reason });
    if (given instanceof Refused) return given;
  }
  const [after] = await left(tx, { id, reason });
  const [first] = leaving;
  if (first && run.beneficiaryId !== viewer.personId) {
    const more = { times: String(leaving.length), reason };
    await tellOfBookings(tx, { kind: 'RUN_LEFT', bookings: [first.id], more, except: viewer.personId });
  }
  return Object.assign(run, after);
}

/** 退班 All that remains is given back in one act; what is over, or about to begin, stays. Twice is once. */
export const leaveRun = (db: Database, viewer: Viewer, input: LeaveRunInput): Promise<BookingRun | Refused> =>
  transaction(db, (tx) => leaveInside(tx, viewer, input));
