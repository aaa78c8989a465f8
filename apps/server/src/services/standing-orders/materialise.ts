import type { PlainDate } from '@linli/domain/base';
import { bookingId } from '@linli/domain/services/bookings';
import type { StandingOrderId } from '@linli/domain/services/standing-orders';
import {
  type Database,
  newUuid,
  secondLook,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { type BookAnswer, bookOnce, tellOfBookings } from '../bookings/index.js';
import { dueDays, type DueDay } from './due-days.js';
import { bookedByHand, FREE, knownDay, writeDay } from './known-days.js';
import { lockOrder } from './standing-order.queries.js';
import { tellOfSkipped } from './tell-of-skipped.js';

const NOWHERE = { everything: false, areas: [], organisations: [], centres: [] };

/** Books it as the person themselves would: the same statement, the same rules, nothing allowed beyond them. */
export const takeDay = (tx: Transaction, due: DueDay): Promise<BookAnswer> =>
  bookOnce(tx, {
    id: bookingId.parse(newUuid()),
    ...{ sessionId: due.sessionId, beneficiaryId: due.beneficiaryId, texture: due.texture },
    ...{ bookerId: due.bookerId, bookerName: due.bookerName },
    ...{ channel: 'STANDING_ORDER', atCounter: false, allowAllergens: false },
    ...{ ...NOWHERE, people: [due.beneficiaryId] },
  });

interface OneDay {
  readonly orderId: StandingOrderId;
  readonly day: PlainDate;
}

/** Looks again while the order is held: whoever came first has booked it. */
async function bookDay(tx: Transaction, { orderId, day }: OneDay): Promise<boolean> {
  await lockOrder(tx, { id: orderId });
  const [due] = await dueDays(tx, { orderId, day });
  if (!due) return false;
  const answer = await takeDay(tx, due);
  const known = await knownDay(tx, orderId, day);
  const wasRefused = known.refusal !== null;
  if (!(answer instanceof Refused)) {
    const { id, ticketNumber } = answer.booking;
    await writeDay(tx, orderId, known, { ...FREE, bookingId: id });
    // Who was told that it is skipped is told that it is not.
    if (wasRefused) {
      await tellOfBookings(tx, { kind: 'BOOKING_CONFIRMED', bookings: [id], more: { ticketNumber } });
    }
    return true;
  }
  const own = answer.code === 'ALREADY_BOOKED' ? await bookedByHand(tx, due) : undefined;
  if (own) await writeDay(tx, orderId, known, { ...FREE, bookingId: own });
  else await writeDay(tx, orderId, known, { refusal: answer.code, details: answer.details });
  if (!own && !wasRefused) await tellOfSkipped(tx, due, answer.code);
  return false;
}

/**
 * Books the days whose time has come, of one order or of all, each in a transaction of its own: one that fails stops no
 * other. What is booked already, or was cancelled by the person, stays as it is. Gives back how many it booked.
 */
export async function materialise(
  db: Database,
  { orderId = null }: { readonly orderId?: StandingOrderId | null } = {},
): Promise<number> {
  let booked = 0;
  const failures: unknown[] = [];
  for (const due of await dueDays(db, { orderId, day: null })) {
    try {
      booked += Number(await secondLook(() => transaction(db, (tx) => bookDay(tx, due))));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Days of standing orders were not booked');
  return booked;
}
