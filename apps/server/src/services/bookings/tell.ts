import type { CentreId, PersonId } from '@linli/domain/access';
import { type MoreOf, type NewNotice, type NoticeKind, usefulUntil } from '@linli/domain/notices';
import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { queueNotices } from '../../notices/outbox/index.js';
import { statement, type Transaction } from '../../platform/database/index.js';

/** A booking as a notice tells it. */
export interface ToldBooking {
  readonly id: BookingId;
  readonly ticketNumber: string;
  readonly sessionId: SessionId;
  readonly centreId: CentreId;
  readonly service: string;
  readonly centre: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly beneficiaryId: PersonId;
  /** Who booked it for the beneficiary, and may still act for them. */
  readonly carerId: PersonId | null;
  readonly now: Date;
}

const bookingsToTell = statement<{ ids: readonly BookingId[] }, ToldBooking>({
  name: 'bookings-to-tell',
  text: `
    SELECT booking.id, booking.ticket_number, booking.session_id, session.centre_id, service.name AS service,
      centre.name AS centre, session.starts_at, session.ends_at, booking.beneficiary_id, now() AS now,
      (SELECT carer_id FROM carer_grant
       WHERE booking.channel = 'CARER' AND carer_id = booking.booker_id AND elder_id = booking.beneficiary_id
         AND revoked_at IS NULL AND ends_at > now() AND 'BOOKINGS' = ANY (scopes)
         AND EXISTS (SELECT FROM resident WHERE resident.id = carer_id)
       LIMIT 1) AS carer_id
    FROM booking
      JOIN session ON session.id = booking.session_id
      JOIN service ON service.id = session.service_id
      JOIN centre ON centre.id = session.centre_id
    WHERE booking.id = ANY (:ids::uuid[])`,
});

export interface Telling<Kind extends NoticeKind> {
  readonly kind: Kind;
  readonly bookings: readonly BookingId[];
  /** What this kind says beyond the occasion: the same for all, or of each. */
  readonly more: MoreOf<Kind> | ((booking: ToldBooking) => MoreOf<Kind>);
  /** Once for each booking; with this word beside it, once for each such word: the second offer is another notice. */
  readonly again?: string | ((booking: ToldBooking) => string);
  /** Who did it knows it. */
  readonly except?: PersonId | undefined;
}

/**
 * Queues a notice about each of these bookings, in the caller's transaction, for whom it is for and for the carer who
 * booked it. Two statements, however many they are.
 */
export async function tellOfBookings<Kind extends NoticeKind>(
  tx: Transaction,
  { kind, bookings, more, again, except }: Telling<Kind>,
): Promise<void> {
  if (bookings.length === 0) return;
  const told = await bookingsToTell(tx, { ids: bookings });
  const notices = told.flatMap((booking) => {
    const { id, beneficiaryId, carerId, startsAt, endsAt, sessionId, centreId, service, centre, now } =
      booking;
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    const said: { readonly until?: string } = typeof more === 'function' ? moreOf(more, booking) : more;
    const parameters = { bookingId: id, sessionId, centreId, service, centre, ...times, ...said };
    const notice = {
      kind,
      parameters,
      about: beneficiaryId,
      key: keyOf(booking, again),
      until: usefulUntil(kind, { startsAt, now, ...said }),
    };
    const people = [beneficiaryId, ...(carerId ? [carerId] : [])].filter((each) => each !== except);
    return people.map((to) => ({ ...notice, to }) as unknown as NewNotice);
  });
  await queueNotices(tx, notices);
}

const keyOf = (booking: ToldBooking, again: Telling<NoticeKind>['again']): string =>
  [booking.id, typeof again === 'function' ? again(booking) : again].filter(Boolean).join(' ');

const moreOf = (more: unknown, booking: ToldBooking): { readonly until?: string } =>
  (more as (booking: ToldBooking) => { readonly until?: string })(booking);
