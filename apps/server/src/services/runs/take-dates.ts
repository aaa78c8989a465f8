import type { PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  bookingId,
  type BookingId,
  type BookingRunId,
  type Channel,
  channelOf,
} from '@linli/domain/services/bookings';
import type { SeriesId, ServiceId, SessionId } from '@linli/domain/services/centres';
import {
  type Database,
  newUuid,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { type Booking, bookOnce, lockPlaces, tellOfBookings, wishOf } from '../bookings/index.js';
import { runMade } from './run.queries.js';
import type { BookingRun } from './run.type.js';

/** One date that is wanted, by its session. */
export interface WantedDate {
  readonly id: SessionId;
  readonly day: PlainDate;
}

export interface WantedRun {
  readonly id: BookingRunId;
  readonly serviceId: ServiceId;
  readonly seriesId: SeriesId | null;
  readonly beneficiaryId: PersonId;
  readonly channel: Channel;
  /** In the order of the days. */
  readonly dates: readonly WantedDate[];
}

interface NewRun extends Omit<WantedRun, 'dates'> {
  readonly bookerId: PersonId;
  readonly fromDay: PlainDate;
  readonly toDay: PlainDate;
  readonly places: number;
}

const insertRun = statement<NewRun, never>({
  name: 'insert-booking-run',
  text: `
    INSERT INTO booking_run (id, service_id, series_id, beneficiary_id, booker_id, channel, from_day, to_day, places)
    VALUES (:id, :serviceId, :seriesId, :beneficiaryId, :bookerId, :channel, :fromDay, :toDay, :places)`,
});

const joinRun = statement<{ id: BookingRunId; ids: readonly BookingId[] }, never>({
  name: 'join-booking-run',
  text: 'UPDATE booking SET run_id = :id WHERE id = ANY (:ids::uuid[])',
});

/** As of a single booking; undefined where this viewer cannot have used the channel that was named. */
export const channelFor = (
  { face, personId }: Viewer,
  wish: { readonly channel: Channel; readonly beneficiaryId: PersonId },
): Channel | undefined =>
  channelOf(wish.channel, {
    isStaff: face === 'CONSOLE',
    isBeneficiary: personId === wish.beneficiaryId,
  });

/** Who did not do it themselves is told of all dates at once. */
async function tell(
  tx: Transaction,
  viewer: Viewer,
  bookings: readonly Booking[],
  lastAt: Date,
): Promise<void> {
  const [first] = bookings;
  if (!first) return;
  const telling = { bookings: [first.id], except: viewer.personId };
  if (first.state === 'REQUESTED') {
    await tellOfBookings(tx, { ...telling, kind: 'REQUEST_RECEIVED', more: {} });
  } else {
    const more = { times: String(bookings.length), lastAt: lastAt.toISOString() };
    await tellOfBookings(tx, { ...telling, kind: 'RUN_BOOKED', more });
  }
}

/**
 * Every date, one after the other under the locks of all of them, each by the rules of a single booking; or none, and the
 * refusal names the first day that cannot be had.
 */
export async function takeDates(tx: Transaction, viewer: Viewer, wanted: WantedRun): Promise<BookingRun> {
  const { dates, ...run } = wanted;
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) throw new Error('Nothing to take');
  await lockPlaces(tx, { ids: dates.map(({ id }) => id) });
  const [fromDay, toDay] = [first.day, last.day];
  await insertRun(tx, { ...run, bookerId: viewer.personId, fromDay, toDay, places: dates.length });
  const bookings: Booking[] = [];
  for (const { id: sessionId, day } of dates) {
    const { beneficiaryId, channel } = wanted;
    const wish = wishOf(viewer, { id: bookingId.parse(newUuid()), sessionId, beneficiaryId, channel });
    if (!wish) throw new Undone(new Refused(Refusal.NOT_YOURS_TO_CHANGE));
    const answer = await bookOnce(tx, wish);
    if (answer instanceof Refused)
      throw new Undone(new Refused(answer.code, { ...answer.details, onDay: day }));
    bookings.push(answer.booking);
  }
  await joinRun(tx, { id: wanted.id, ids: bookings.map(({ id }) => id) });
  await tell(tx, viewer, bookings, bookings.at(-1)?.startsAt ?? new Date());
  const made = await runMade(tx, wanted.id);
  if (!made) throw new Error('A run that is not there');
  return made;
}

/** All or nothing; another wish may win the id or a place in between, and the second look sees it. */
export const allOrNothing = (
  db: Database,
  work: (tx: Transaction) => Promise<BookingRun | Refused>,
): Promise<BookingRun | Refused> => orWhyNot(secondLook(() => transaction(db, work)));
