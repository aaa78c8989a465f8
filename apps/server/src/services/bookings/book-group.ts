import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type BookGroupInput,
  type BookingGroupId,
  type BookingId,
  type CancelGroupInput,
  refusalToCancel,
} from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { bookOnce, wishOf } from './book-once.js';
import { targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { changeInside } from './change-booking.js';
import type { BookingGroup } from './group.type.js';
import { lockPlaces } from './offer-places.js';
import { tellOfBookings } from './tell.js';

interface OfGroup {
  readonly id: BookingGroupId;
}

const joinGroup = statement<OfGroup & { ids: readonly BookingId[] }, never>({
  name: 'join-booking-group',
  text: 'UPDATE booking SET group_id = :id WHERE id = ANY (:ids::uuid[])',
});

const membersOf = statement<OfGroup, { id: BookingId; sessionId: SessionId }>({
  name: 'members-of-booking-group',
  text: 'SELECT id, session_id FROM booking WHERE group_id = :id ORDER BY id',
});

interface Answer {
  readonly booking: Booking;
  readonly isNew: boolean;
}

/** One after the other under the session's lock, each by the rules of a single booking; who is refused is named by place. */
async function bookMembers(tx: Transaction, viewer: Viewer, input: BookGroupInput): Promise<Answer[]> {
  const { sessionId, channel, members } = input;
  await lockPlaces(tx, { ids: [sessionId] });
  const answers: Answer[] = [];
  for (const [member, one] of members.entries()) {
    const asBooker = channel === 'CARER' && one.beneficiaryId === viewer.personId ? 'APP' : channel;
    const wish = wishOf(viewer, { ...one, sessionId, channel: asBooker });
    if (!wish) throw new Undone(new Refused(Refusal.NOT_YOURS_TO_CHANGE, { member }));
    const answer = await bookOnce(tx, wish);
    if (answer instanceof Refused) throw new Undone(new Refused(answer.code, { ...answer.details, member }));
    answers.push(answer);
  }
  return answers;
}

async function bookInside(
  tx: Transaction,
  viewer: Viewer,
  input: BookGroupInput,
): Promise<BookingGroup | Refused> {
  const { id } = input;
  const earlier = (await membersOf(tx, { id })).map((member) => member.id);
  const answers = await bookMembers(tx, viewer, input);
  const bookings = answers.map(({ booking }) => booking);
  const added = answers.filter(({ isNew }) => isNew).map(({ booking }) => booking);
  const isAgain = added.length === 0 && bookings.every(({ groupId }) => groupId === id);
  const isSame = isAgain && bookings.length === earlier.length;
  // A group is made once, of bookings that it makes itself.
  if (!isSame && (earlier.length > 0 || added.length < bookings.length)) {
    throw new Undone(new Refused(Refusal.CONFLICT));
  }
  await joinGroup(tx, { id, ids: added.map((booking) => booking.id) });
  const except = viewer.personId;
  for (const booking of added) {
    const telling = { bookings: [booking.id], except };
    if (booking.state === 'REQUESTED') {
      await tellOfBookings(tx, { ...telling, kind: 'REQUEST_RECEIVED', more: {} });
    } else {
      const { ticketNumber } = booking;
      await tellOfBookings(tx, { ...telling, kind: 'BOOKING_CONFIRMED', more: { ticketNumber } });
    }
  }
  return { id, bookings: bookings.map((booking) => Object.assign(booking, { groupId: id })) };
}

/** Everybody gets a place with a ticket of their own, or nobody does. The same again is the same group. */
export const bookGroup = (
  db: Database,
  viewer: Viewer,
  input: BookGroupInput,
): Promise<BookingGroup | Refused> =>
  orWhyNot(secondLook(() => transaction(db, (tx) => bookInside(tx, viewer, input))));

/** All that are not cancelled yet, or none: when one cannot be cancelled any more, the group stays as it is. */
export const cancelGroup = (
  db: Database,
  viewer: Viewer,
  { id, reason }: CancelGroupInput,
): Promise<BookingGroup | Refused> =>
  orWhyNot(
    transaction(db, async (tx) => {
      const members = await membersOf(tx, { id });
      if (members.length === 0) throw notFound('group');
      await lockPlaces(tx, { ids: [...new Set(members.map(({ sessionId }) => sessionId))] });
      const bookings: Booking[] = [];
      for (const [member, { id: bookingId }] of members.entries()) {
        const cancelled = await changeInside(tx, viewer, {
          ...{ id: bookingId, reason, move: 'CANCEL', action: 'CANCEL_BOOKING', event: 'bookings.cancelled' },
          target: targetOf,
          isDone: ({ state }) => state === 'CANCELLED',
          refusal: (booking) => refusalToCancel(booking, { isStaff: viewer.face === 'CONSOLE' }),
          afterwards: () =>
            tellOfBookings(tx, {
              ...{ kind: 'BOOKING_CANCELLED_FOR_YOU', bookings: [bookingId], more: { reason } },
              except: viewer.personId,
            }),
        });
        if (cancelled instanceof Refused) {
          throw new Undone(new Refused(cancelled.code, { ...cancelled.details, member }));
        }
        bookings.push(cancelled);
      }
      return { id, bookings };
    }),
  );
