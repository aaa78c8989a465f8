import type { PersonId, Viewer } from '@linli/domain/access';
import {
  type ApproveBookingsInput,
  type BookingId,
  type DeclineBookingsInput,
  refusalToDecide,
} from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { auditBooking } from './audit-booking.js';
import { placeOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { bookingToChange, type Change, changeInside } from './change-booking.js';
import type { DecidedBookings } from './group.type.js';
import { lockPlaces } from './offer-places.js';
import { tellOfBookings } from './tell.js';

type Deciding = Pick<Change, 'move' | 'event' | 'isDone'> & {
  readonly reason?: string;
  readonly tell: (tx: Transaction, decided: readonly Booking[]) => Promise<void>;
  readonly act: string;
};

const bookingsOf = statement<
  { ids: readonly BookingId[] },
  { id: BookingId; sessionId: SessionId; startsAt: Date }
>({
  name: 'bookings-to-decide-together',
  text: `
    SELECT booking.id, session_id, starts_at FROM booking JOIN session ON session.id = session_id
    WHERE booking.id = ANY (:ids::uuid[]) ORDER BY starts_at, booking.id`,
});

async function decideInside(
  tx: Transaction,
  viewer: Viewer,
  ids: readonly BookingId[],
  deciding: Deciding,
): Promise<DecidedBookings> {
  const known = await bookingsOf(tx, { ids });
  if (known.length < ids.length) throw notFound('booking');
  await lockPlaces(tx, { ids: [...new Set(known.map(({ sessionId }) => sessionId))] });
  const { tell, act, reason, ...change } = deciding;
  const why = reason === undefined ? {} : { reason };
  const bookings: Booking[] = [];
  const decided: Booking[] = [];
  for (const { id } of known) {
    const wanted = { id, action: 'DECIDE_BOOKINGS', target: placeOf } as const;
    const answer = await changeInside(tx, viewer, {
      ...{ ...wanted, ...change, ...why, refusal: refusalToDecide },
      afterwards: (_tx, booking) => Promise.resolve(void decided.push(booking)),
    });
    if (answer instanceof Refused) {
      const { day } = await bookingToChange(tx, viewer, wanted);
      throw new Undone(new Refused(answer.code, { ...answer.details, onDay: day }));
    }
    bookings.push(answer);
  }
  for (const each of byPerson(decided)) await tell(tx, each);
  for (const booking of decided) await auditBooking(tx, viewer, booking, act, why);
  return { bookings };
}

/** Each person is told once, of all that is theirs. */
function byPerson(bookings: readonly Booking[]): Booking[][] {
  const people = new Map<PersonId, Booking[]>();
  for (const booking of bookings)
    people.set(booking.beneficiaryId, [...(people.get(booking.beneficiaryId) ?? []), booking]);
  return [...people.values()];
}

const decide = (
  db: Database,
  viewer: Viewer,
  ids: readonly BookingId[],
  deciding: Deciding,
): Promise<DecidedBookings | Refused> =>
  orWhyNot(transaction(db, (tx) => decideInside(tx, viewer, ids, deciding)));

/** All that was asked for in one act is given, or nothing of it: the refusal says on which day. Twice is once. */
export const approveBookings = (
  db: Database,
  viewer: Viewer,
  { ids }: ApproveBookingsInput,
): Promise<DecidedBookings | Refused> =>
  decide(db, viewer, ids, {
    ...{ move: 'CONFIRM', event: 'bookings.approved', act: 'BOOKING_APPROVED' },
    isDone: ({ state, decidedAt }) => state === 'CONFIRMED' && decidedAt !== null,
    async tell(tx, [first, ...others]) {
      if (!first) return;
      const last = others.at(-1);
      const bookings = [first.id];
      const { ticketNumber } = first;
      if (!last) return tellOfBookings(tx, { kind: 'APPROVED', bookings, more: { ticketNumber } });
      const more = { times: String(others.length + 1), lastAt: last.startsAt.toISOString() };
      return tellOfBookings(tx, { kind: 'RUN_APPROVED', bookings, more });
    },
  });

/** Nothing of it is given, and why: all places are free again. Twice is once. */
export const declineBookings = (
  db: Database,
  viewer: Viewer,
  { ids, reason }: DeclineBookingsInput,
): Promise<DecidedBookings | Refused> =>
  decide(db, viewer, ids, {
    ...{ move: 'DECLINE', event: 'bookings.declined', act: 'BOOKING_DECLINED', reason },
    isDone: ({ state, decisionReason }) => state === 'DECLINED' && decisionReason === reason,
    async tell(tx, [first, ...others]) {
      if (!first) return;
      const bookings = [first.id];
      if (others.length === 0) return tellOfBookings(tx, { kind: 'DECLINED', bookings, more: { reason } });
      const more = { times: String(others.length + 1), reason };
      return tellOfBookings(tx, { kind: 'RUN_DECLINED', bookings, more });
    },
  });
