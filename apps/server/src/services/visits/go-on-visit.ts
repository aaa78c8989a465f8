import type { Viewer } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import {
  type EndVisitInput,
  moveToEnd,
  refusalToEndVisit,
  refusalToSignIn,
  type SignInVisitInput,
  type VisitOutcome,
} from '@linli/domain/services/visits';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { changeBookingInside, lockPlaces, placeOfBooking } from '../bookings/index.js';
import { openWelfareCheck } from '../welfare/index.js';
import type { HomeVisit } from './visit.type.js';
import { actionOn, type Asking, visitFor, visitToChange } from './visits.queries.js';

const insertEnd = statement<
  { id: BookingId; outcome: VisitOutcome; note: string | null; by: Viewer['personId']; byName: string },
  never
>({
  name: 'end-home-visit',
  text: `
    INSERT INTO home_visit (booking_id, outcome, note, ended_by, ender_name)
    VALUES (:id, :outcome, :note, :by, :byName)`,
});

/** The visit under the lock that every change of its booking takes: what it says now is how it stands. */
async function held(tx: Transaction, viewer: Viewer, id: BookingId) {
  const { sessionId } = await visitToChange(tx, viewer, id);
  await lockPlaces(tx, { ids: [sessionId] });
  return visitToChange(tx, viewer, id);
}

/** At the door. Twice is once. */
export const signInVisit = (
  db: Database,
  asking: Asking,
  { bookingId: id }: SignInVisitInput,
): Promise<HomeVisit | Refused> =>
  transaction(db, async (tx) => {
    const { viewer } = asking;
    const visit = await held(tx, viewer, id);
    const changed = await changeBookingInside(tx, viewer, {
      ...{
        id,
        move: 'CHECK_IN',
        action: actionOn(visit),
        target: placeOfBooking,
        event: 'bookings.checked-in',
      },
      isDone: ({ state }) => state === 'CHECKED_IN',
      refusal: () => refusalToSignIn(visit),
    });
    return changed instanceof Refused ? changed : visitFor(tx, asking, id);
  });

/** Out of the door, or before a shut one. The same again is once; nobody opened: somebody looks after the person. */
export const endVisit = (
  db: Database,
  asking: Asking,
  { bookingId: id, outcome, note = null }: EndVisitInput,
): Promise<HomeVisit | Refused> =>
  transaction(db, async (tx) => {
    const { viewer } = asking;
    const visit = await held(tx, viewer, id);
    if (visit.outcome === outcome) return visitFor(tx, asking, id);
    const changed = await changeBookingInside(tx, viewer, {
      ...{ id, action: actionOn(visit), target: placeOfBooking, event: 'visits.ended' },
      isDone: () => false,
      refusal: () => refusalToEndVisit(visit, outcome),
      move: ({ state }) => {
        const move = moveToEnd(outcome, state);
        return move ? Promise.resolve(move) : Promise.reject(new Error(`${outcome} of ${state}`));
      },
    });
    if (changed instanceof Refused) return changed;
    const { personId: by, name: byName } = viewer;
    await insertEnd(tx, { id, outcome, note, by, byName });
    if (outcome === 'NOBODY_OPENED') {
      const { residentId, centreId, now: openedAt } = visit;
      await openWelfareCheck(tx, { residentId, centreId, bookingId: id, openedAt, openerName: byName });
    }
    return visitFor(tx, asking, id);
  });
