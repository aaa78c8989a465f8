import {
  type BookingId,
  type BookingMove,
  BookingState,
  nextBookingState,
} from '@linli/domain/services/bookings';
import { literals, statement, type Transaction } from '../../platform/database/index.js';

interface Bookings {
  readonly ids: readonly BookingId[];
}

const from = (move: BookingMove): string =>
  literals(Object.values(BookingState).filter((state) => nextBookingState(state, move)));

// Neither changes who holds a place: the counters stay as they are.
const complete = statement<Bookings, never>({
  name: 'complete-deliveries',
  text: `
    UPDATE booking SET state = 'COMPLETED'
    WHERE id = ANY (:ids::uuid[]) AND state IN (${from('DELIVER')})`,
});

const miss = statement<Bookings, never>({
  name: 'miss-deliveries',
  text: `UPDATE booking SET state = 'NO_SHOW' WHERE id = ANY (:ids::uuid[]) AND state IN (${from('MISS')})`,
});

/** The meal was handed over at the door. */
export const completeDeliveries = async (tx: Transaction, ids: readonly BookingId[]): Promise<void> => {
  await complete(tx, { ids });
};

/** The meal came back with the bicycle. */
export const missDeliveries = async (tx: Transaction, ids: readonly BookingId[]): Promise<void> => {
  await miss(tx, { ids });
};
