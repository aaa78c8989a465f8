import type { CentreId, PersonId, Viewer } from '@linli/domain/access';
import { type BookingId, bookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { idOf } from '@linli/sample';
import { statement, type Transaction } from '../platform/database/index.js';
import { type BookingToFurnish, furnishBookings } from '../services/bookings/index.js';
import { furnishVisitEnds } from '../services/visits/index.js';

interface Window {
  readonly sessionId: SessionId;
  readonly centreId: CentreId;
  readonly personId: PersonId;
  readonly startsAt: Date;
  readonly isOver: boolean;
}

// Two windows of today and one of each of the next days, for people near the centre whose door is known.
const windows = statement<object, Window>({
  name: 'windows-to-furnish',
  text: `
    WITH window_of AS (
      SELECT session.*, row_number() OVER (PARTITION BY session.centre_id ORDER BY session.starts_at, session.id) AS nth
      FROM session JOIN service ON service.id = session.service_id AND service.at_home
      WHERE session.day BETWEEN (now() AT TIME ZONE 'Asia/Shanghai')::date
        AND (now() AT TIME ZONE 'Asia/Shanghai')::date + 1
    ), near AS (
      SELECT centre.id AS centre_id, resident.id,
        row_number() OVER (PARTITION BY centre.id ORDER BY resident.id) AS nth
      FROM home_door JOIN resident ON resident.id = home_door.resident_id
        JOIN area home ON home.id = resident.building_id
        JOIN centre ON centre.area_id = ANY (home.lineage)
      WHERE resident.birth_date < current_date - interval '60 years'
        AND NOT EXISTS (SELECT FROM carer_grant WHERE elder_id = resident.id)
    )
    SELECT window_of.id AS session_id, window_of.centre_id, near.id AS person_id, window_of.starts_at,
      window_of.ends_at < now() AS is_over
    FROM window_of JOIN near ON near.centre_id = window_of.centre_id
      AND near.nth IN (window_of.nth * 2 - 1, window_of.nth * 2)
    ORDER BY window_of.starts_at, window_of.id, near.nth`,
});

const HOUR = 60 * 60_000;
const MINUTE = 60_000;

/** Two visits in each window of today and tomorrow; what is over has been done. */
export async function furnishVisits(tx: Transaction, viewer: Viewer): Promise<void> {
  const rows = (await windows(tx, {})).map(({ sessionId, personId, startsAt, isOver }, i) => {
    const arrived = new Date(startsAt.getTime() + (10 + 45 * (i % 2)) * MINUTE);
    const booking: BookingToFurnish = {
      ...{
        id: idOf(`visit ${sessionId} ${personId}`),
        sessionId,
        beneficiaryId: personId,
        bookerId: personId,
      },
      ...{ channel: 'PHONE', bookerName: null, texture: null, cancelledAt: null, cancelReason: null },
      state: isOver ? 'COMPLETED' : 'CONFIRMED',
      bookedAt: new Date(startsAt.getTime() - 30 * HOUR),
      checkedInAt: isOver ? arrived : null,
    };
    return { booking, isOver, endedAt: new Date(arrived.getTime() + 35 * MINUTE) };
  });
  await furnishBookings(
    tx,
    rows.map(({ booking }) => booking),
  );
  const over = rows.filter(({ isOver }) => isOver);
  await furnishVisitEnds(
    tx,
    over.map(({ booking, endedAt }) => ({ id: bookingId.parse(booking.id) satisfies BookingId, endedAt })),
    { by: viewer.personId, byName: '周秀芬' },
  );
}
