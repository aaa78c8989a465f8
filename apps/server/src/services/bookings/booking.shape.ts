import {
  BookingState,
  Channel,
  isStaffChannel,
  nextBookingState,
  statesPending,
  statesWithoutEffect,
  UNDO_CHECK_IN_MINUTES,
} from '@linli/domain/services/bookings';
import { homeJoins, residentShape } from '../../organisation/people/index.js';
import { type Asking, inside, type Rows, type Shape, today } from '../../platform/straight/index.js';
import { sessionShape } from '../centres/index.js';
import { priceShape } from '../pricing/index.js';
import { positionInLine } from './waitlist.queries.js';
import { literals } from '../../platform/database/index.js';

const statesThat = (move: 'CANCEL' | 'CHECK_IN'): readonly BookingState[] =>
  Object.values(BookingState).filter((state) => nextBookingState(state, move) !== undefined);

/** A session with what is taken of it: `places` is an alias that has the counters. */
export const sessionWithPlaces = (places: string): Shape => ({
  ...sessionShape,
  taken: `${places}.taken`,
  placesLeft: `session.capacity - ${places}.taken`,
  checkedIn: `${places}.checked_in`,
  waiting: `${places}.waiting`,
});

const area = { areaLineage: '(centre_area.lineage || home.lineage)' };
const place = { centre: 'session.centre_id', areaLineage: 'centre_area.lineage' };

const or = (...ways: readonly [may: string, open: string][]): string =>
  ways
    .filter(([may]) => may !== 'false')
    .map(([may, open]) => `(${may} AND ${open})`)
    .join(' OR ') || 'false';

/** The domain's `movesOpenTo` as a list; a test holds the two together. */
export function moves({ within, face }: Asking): string {
  const mayCheckIn = within('CHECK_IN', place);
  const comesToDesk =
    'NOT EXISTS (SELECT FROM service WHERE service.id = session.service_id AND service.at_home)';
  const mayDecide = within('DECIDE_BOOKINGS', place);
  const mayBook = within('BOOK', { person: 'booking.beneficiary_id', ...place, ...area });
  const mayCancel = within('CANCEL_BOOKING', { person: 'booking.beneficiary_id', ...place, ...area });
  const checkIn = `session.state <> 'CANCELLED' AND booking.state NOT IN (${literals(statesWithoutEffect)})
    AND session.day = ${today} AND booking.state IN (${literals(statesThat('CHECK_IN'))})`;
  const undo = `booking.state = 'CHECKED_IN' AND booking.checked_in_at IS NOT NULL
    AND now() < booking.checked_in_at + interval '${String(UNDO_CHECK_IN_MINUTES)} minutes'`;
  const until = `CASE WHEN booking.state IN (${literals(statesPending)}) THEN session.starts_at ELSE session.cancel_until END`;
  const cancel = `booking.state IN (${literals(statesThat('CANCEL'))})
    AND now() < ${face === 'CONSOLE' ? 'session.starts_at' : until}`;
  const decide = `session.state <> 'CANCELLED' AND booking.state = 'REQUESTED' AND now() < session.closes_at`;
  const accept = `session.state <> 'CANCELLED' AND booking.state = 'OFFERED' AND now() < booking.held_until`;
  const each = [
    ['CHECK_IN', mayCheckIn, `${comesToDesk} AND ${checkIn}`],
    ['UNDO_CHECK_IN', mayCheckIn, `${comesToDesk} AND ${undo}`],
    ['CONFIRM', or([mayBook, accept], [mayDecide, decide]), 'true'],
    ['DECLINE', mayDecide, decide],
    ['CANCEL', mayCancel, cancel],
  ].filter(([, may]) => may !== 'false');
  const words = each.map(([move, may, open]) => `CASE WHEN (${may}) AND ${open} THEN '${move}' END`);
  return words.length > 0 ? `array_remove(ARRAY[${words.join(', ')}], NULL)` : `'{}'::text[]`;
}

/** Over `bookingRows`. */
export const bookingShape = (asking: Asking): Shape => ({
  id: 'booking.id',
  ticketNumber: 'booking.ticket_number',
  state: 'booking.state',
  channel: 'booking.channel',
  texture: 'booking.texture',
  bookedByStaff: `booking.channel IN (${literals(Object.values(Channel).filter(isStaffChannel))})`,
  bookedAt: 'booking.booked_at',
  checkedInAt: 'booking.checked_in_at',
  cancelledAt: 'booking.cancelled_at',
  cancelReason: 'booking.cancel_reason',
  allergyOverridden: 'booking.allergy_overridden',
  heldUntil: 'booking.held_until',
  decidedAt: 'booking.decided_at',
  decisionReason: 'booking.decision_reason',
  rescheduledFrom: 'booking.rescheduled_from',
  groupId: 'booking.group_id',
  runId: 'booking.run_id',
  waitlistPosition: `CASE WHEN booking.state = 'WAITLISTED' THEN (${positionInLine}) END`,
  viewerCan: moves(asking),
  price: inside(priceShape('booking')),
  beneficiary: inside(residentShape(asking, place)),
  session: inside(sessionWithPlaces('places')),
});

/** Of the bookings within reach, those that `where` wants. */
export const bookingRows = ({ within }: Asking, where: string): Rows => ({
  from: 'booking',
  joins: {
    session: 'JOIN session ON session.id = booking.session_id',
    places: 'JOIN session_places places ON places.session_id = session.id',
    service: 'JOIN service ON service.id = session.service_id',
    centre: 'JOIN centre ON centre.id = session.centre_id',
    centre_area: 'LEFT JOIN area centre_area ON centre_area.id = centre.area_id',
    resident: 'JOIN resident ON resident.id = booking.beneficiary_id',
    ...homeJoins,
  },
  where: `${where} AND ${within('SEE_BOOKINGS', { person: 'booking.beneficiary_id', centre: 'session.centre_id', ...area })}`,
});
