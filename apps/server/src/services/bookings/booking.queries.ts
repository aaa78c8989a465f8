import { can, type CentreId, type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  type BookingId,
  type BookingMove,
  type BookingRunId,
  movesOpenTo,
  statesHoldingAPlace,
  statesPending,
  statesStillToCome,
} from '@linli/domain/services/bookings';
import type { SeriesId } from '@linli/domain/services/centres';
import { type Database, literals, statement, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import {
  bookingColumns,
  bookingOfRow,
  type BookingRow,
  bookingWithSession,
  placeOf,
  restOfSession,
  sessionColumns,
  sessionPlaces,
  targetOf,
} from './booking-rows.js';
import type { Booking } from './booking.type.js';

const SELECT = `SELECT ${bookingColumns}, ${sessionColumns} FROM ${bookingWithSession}`;
const reached = withinReach({
  person: 'booking.beneficiary_id',
  centre: 'session.centre_id',
  areaLineage: '(centre_area.lineage || home.lineage)',
});
/** Expected, or waiting to be, at a session that is not over. */
export const isComing = `(booking.state IN (${literals(statesStillToCome)}) AND session.ends_at > now())`;
/** It is not sure yet that they are. */
export const isPending = `booking.state IN (${literals(statesPending)})`;

const bookingWithinReach = statement<Reach & { id: BookingId }, BookingRow>({
  name: 'booking-within-reach',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns}, ${restOfSession} FROM ${bookingWithSession} ${sessionPlaces}
    WHERE booking.id = :id AND ${reached}`,
});

export async function bookingById(db: Database, viewer: Viewer, id: BookingId): Promise<Booking> {
  const [booking] = await bookingWithinReach(db, { id, ...reachOf(viewer, 'SEE_BOOKINGS') });
  if (!booking) throw notFound('booking');
  return bookingOfRow(booking);
}

export interface BookingsAfter {
  readonly beneficiaryIds: readonly PersonId[];
  readonly afterStart: Date | null;
  readonly afterId: BookingId | null;
  /** How many rows at most. */
  readonly limit: number;
}

/** A person's bookings are few: the index by beneficiary finds them, the rest is a filter. */
const page = (name: string, isWanted: string, order: 'ASC' | 'DESC') =>
  statement<BookingsAfter & Reach, Booking>({
    name,
    text: `
      ${SELECT}
      WHERE booking.beneficiary_id = ANY (:beneficiaryIds::uuid[]) AND ${reached} AND ${isWanted}
        AND (:afterId::uuid IS NULL
          OR (session.starts_at, booking.id) ${order === 'ASC' ? '>' : '<'} (:afterStart::timestamptz, :afterId::uuid))
      ORDER BY session.starts_at ${order}, booking.id ${order}
      LIMIT :limit`,
  });

/** The next one first. */
export const comingBookings = page('bookings-coming', isComing, 'ASC');
/** The latest first. */
export const pastBookings = page('bookings-past', `NOT ${isComing}`, 'DESC');

const ofRuns = statement<Reach & { ids: readonly BookingRunId[] }, BookingRow>({
  name: 'bookings-of-runs',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns}, ${restOfSession} FROM ${bookingWithSession} ${sessionPlaces}
    WHERE booking.run_id = ANY (:ids::uuid[]) AND ${reached}
    ORDER BY session.starts_at, booking.booked_at, booking.id`,
});

/** The dates of classes and the days of ranges, what was given back too. */
export const bookingsOfRuns = async (
  db: Database,
  viewer: Viewer,
  ids: readonly BookingRunId[],
): Promise<Booking[]> => (await ofRuns(db, { ids, ...reachOf(viewer, 'SEE_BOOKINGS') })).map(bookingOfRow);

const ofSeries = statement<Reach & { id: SeriesId }, BookingRow>({
  name: 'bookings-of-series',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns}, ${restOfSession} FROM ${bookingWithSession} ${sessionPlaces}
    WHERE booking.id IN (
        SELECT taken.id FROM booking_run JOIN booking taken ON taken.run_id = booking_run.id
        WHERE booking_run.series_id = :id
        UNION
        SELECT guest.id FROM session dated JOIN booking guest ON guest.session_id = dated.id
        WHERE dated.series_id = :id
      ) AND ${reached}
    ORDER BY session.starts_at, booking.booked_at, booking.id`,
});

/** Of a class: the dates of whoever is in it, those on which they made one up too, and whoever makes one up in it. */
export const bookingsOfSeries = async (db: Database, viewer: Viewer, id: SeriesId): Promise<Booking[]> =>
  (await ofSeries(db, { id, ...reachOf(viewer, 'SEE_BOOKINGS') })).map(bookingOfRow);

const bookingsOfDay = statement<Reach & { centreId: CentreId; day: PlainDate }, Booking>({
  name: 'bookings-of-day',
  text: `
    ${SELECT}
    WHERE session.centre_id = :centreId AND session.day = :day AND ${reached}
      AND booking.state IN (${literals(statesHoldingAPlace)})
    ORDER BY session.starts_at, booking.ticket_number, booking.id`,
});

/** Who is expected at a centre on a day, or was, by time. */
export const arrivalsOf = (
  db: Database,
  viewer: Viewer,
  at: { readonly centreId: CentreId; readonly day: PlainDate },
): Promise<Booking[]> => bookingsOfDay(db, { ...at, ...reachOf(viewer, 'SEE_BOOKINGS') });

const nextBookings = statement<Reach & { beneficiaryId: PersonId }, BookingRow & { coming: number }>({
  name: 'next-booking',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns}, ${restOfSession}, count(*) OVER ()::int AS coming
    FROM ${bookingWithSession} ${sessionPlaces}
    WHERE booking.beneficiary_id = :beneficiaryId AND ${isComing} AND ${reached}
    ORDER BY ${isPending}, booking.state = 'CHECKED_IN', session.starts_at, booking.id
    LIMIT 1`,
});

/** What a person goes to next, before what they are at already and what is not settled yet; and how many bookings they have to come. */
export async function nextBookingOf(
  db: Database,
  viewer: Viewer,
  beneficiaryId: PersonId,
): Promise<{ readonly next: Booking | null; readonly coming: number }> {
  const [next] = await nextBookings(db, { beneficiaryId, ...reachOf(viewer, 'SEE_BOOKINGS') });
  return { next: next ? bookingOfRow(next) : null, coming: next?.coming ?? 0 };
}

/** What this viewer may do to it now: the very rules that the verbs ask. Who is visited is checked in at no desk. */
export const movesOf = (
  viewer: Viewer,
  booking: Booking,
  { isVisit }: { readonly isVisit: boolean },
): BookingMove[] =>
  movesOpenTo(booking, {
    mayBook: can(viewer, 'BOOK', targetOf(booking)),
    mayCancel: can(viewer, 'CANCEL_BOOKING', targetOf(booking)),
    mayCheckIn: !isVisit && can(viewer, 'CHECK_IN', placeOf(booking)),
    mayDecide: can(viewer, 'DECIDE_BOOKINGS', placeOf(booking)),
    isStaff: viewer.face === 'CONSOLE',
  });
