import type { PlainDate } from '@linli/domain/base';
import type { BookingId } from '@linli/domain/services/bookings';
import { statement, type Transaction } from '../../platform/database/index.js';
import { counterOnlyUntil, standing } from './booking-facts.js';
import { tellOfBookings } from './tell.js';

const sentToCounter = statement<{ ids: readonly BookingId[] }, { id: BookingId; until: PlainDate | null }>({
  name: 'sent-to-counter',
  text: `
    SELECT missed.id, ${counterOnlyUntil} AS until
    FROM booking missed
      JOIN session ON session.id = missed.session_id
      JOIN service ON service.id = session.service_id
      CROSS JOIN LATERAL (
        SELECT resident.id AS beneficiary_id, birth_date FROM resident WHERE resident.id = missed.beneficiary_id
      ) who
      ${standing}
    WHERE missed.id = ANY (:ids::uuid[])`,
});

/** Each is told that they were missed; and whoever missed too many, until when the counter alone books for them. */
export async function tellWhoMissed(tx: Transaction, ids: readonly BookingId[]): Promise<void> {
  if (ids.length === 0) return;
  await tellOfBookings(tx, { kind: 'NO_SHOW', bookings: ids, more: {} });
  const ends = new Map((await sentToCounter(tx, { ids })).map(({ id, until }) => [id, until]));
  await tellOfBookings(tx, {
    kind: 'COUNTER_ONLY',
    bookings: ids.filter((id) => ends.get(id) != null),
    more: ({ id, now }) => ({ until: momentOf(ends.get(id)) ?? now.toISOString() }),
  });
}

const momentOf = (day: PlainDate | null | undefined): string | undefined =>
  day == null ? undefined : new Date(`${day}T00:00:00+08:00`).toISOString();
