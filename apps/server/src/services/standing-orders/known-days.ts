import type { PlainDate } from '@linli/domain/base';
import type { BookingId, Channel } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type KnownDay, type StandingOrderId, UNKNOWN_DAY } from '@linli/domain/services/standing-orders';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';

type Details = Readonly<Record<string, string | number>>;

/** A day as it is stored, with the booking that stands for it. */
export interface DayRow extends KnownDay {
  readonly day: PlainDate;
  readonly details: Details | null;
  readonly sessionId: SessionId | null;
  readonly channel: Channel | null;
}

interface Days {
  readonly orderId: StandingOrderId;
  readonly from: PlainDate;
  /** Null: all later ones. */
  readonly to: PlainDate | null;
}

export const knownDays = statement<Days, DayRow>({
  name: 'days-of-standing-order',
  text: `
    SELECT known.day, known.taken_out, known.service_id, known.texture, known.booking_id, booking.state AS booking_state,
      known.refusal, known.details, booking.session_id, booking.channel
    FROM standing_order_day known LEFT JOIN booking ON booking.id = known.booking_id
    WHERE known.order_id = :orderId AND known.day >= :from AND (:to::date IS NULL OR known.day <= :to::date)
    ORDER BY known.day`,
});

export const unknownDay = (day: PlainDate): DayRow => ({
  ...{ ...UNKNOWN_DAY, day },
  ...{ details: null, sessionId: null, channel: null },
});

export async function knownDay(db: Database, orderId: StandingOrderId, day: PlainDate): Promise<DayRow> {
  const [known] = await knownDays(db, { orderId, from: day, to: day });
  return known ?? unknownDay(day);
}

type Stored = Pick<DayRow, 'takenOut' | 'serviceId' | 'texture' | 'bookingId' | 'refusal' | 'details'>;

const saveDay = statement<
  Omit<Stored, 'details'> & { orderId: StandingOrderId; day: PlainDate; details: string | null },
  never
>({
  name: 'save-day-of-standing-order',
  text: `
    INSERT INTO standing_order_day AS known (order_id, day, taken_out, service_id, texture, booking_id, refusal, details)
    VALUES (:orderId, :day, :takenOut, :serviceId, :texture, :bookingId, :refusal, :details::jsonb)
    ON CONFLICT (order_id, day) DO UPDATE SET taken_out = excluded.taken_out, service_id = excluded.service_id,
      texture = excluded.texture, booking_id = excluded.booking_id, refusal = excluded.refusal, details = excluded.details`,
});

/** Writes what is new about a day; the rest stays as `known` says. */
export async function writeDay(
  tx: Transaction,
  orderId: StandingOrderId,
  known: DayRow,
  change: Partial<Stored>,
): Promise<void> {
  const { day, takenOut, serviceId, texture, bookingId, refusal, details } = { ...known, ...change };
  await saveDay(tx, {
    ...{ orderId, day, takenOut, serviceId, texture, bookingId, refusal },
    details: details === null ? null : JSON.stringify(details),
  });
}

/** Nothing stands for the day any more, and nothing is known of it: it may be booked anew. */
export const FREE = { bookingId: null, refusal: null, details: null } satisfies Partial<Stored>;

const ownBooking = statement<{ sessionId: SessionId; beneficiaryId: string }, { id: BookingId }>({
  name: 'booking-that-was-there',
  text: `
    SELECT id FROM booking
    WHERE session_id = :sessionId AND beneficiary_id = :beneficiaryId AND state NOT IN ('CANCELLED', 'DECLINED', 'LAPSED')
      AND NOT EXISTS (SELECT FROM standing_order_day WHERE booking_id = booking.id)`,
});

/** What the person has booked by hand stands for the day as well. */
export async function bookedByHand(
  tx: Transaction,
  wanted: { readonly sessionId: SessionId; readonly beneficiaryId: string },
): Promise<BookingId | undefined> {
  const [booking] = await ownBooking(tx, wanted);
  return booking?.id;
}
