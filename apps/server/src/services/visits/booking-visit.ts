import type { PersonId, Reach, Viewer } from '@linli/domain/access';
import { reachOf } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import { maskedDoor } from '@linli/domain/services/visits';
import { doorsOf } from '../../organisation/contacts/index.js';
import { homeAddress, joinHome } from '../../organisation/people/index.js';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import type { BookingVisit, VisitAddress } from './visit.type.js';
import { workersOf } from './visits.queries.js';

const visitsOfBookings = statement<{ ids: readonly BookingId[] }, BookingVisit & { id: BookingId }>({
  name: 'visits-of-bookings',
  text: `
    SELECT booking.id, coalesce(going.workers, '{}') AS workers, booking.checked_in_at AS signed_in_at,
      visit.outcome, visit.ended_at
    FROM booking
      JOIN session ON session.id = booking.session_id
      JOIN service ON service.id = session.service_id AND service.at_home
      LEFT JOIN LATERAL (${workersOf('session')}) going ON true
      LEFT JOIN home_visit visit ON visit.booking_id = booking.id
    WHERE booking.id = ANY (:ids::uuid[])`,
});

/** Of a booking that whoever asks may see; null: nobody comes to the door. */
export const visitOfBooking = batched(
  ({ db }, ids: readonly BookingId[]) => visitsOfBookings(db, { ids }),
  (rows, id): BookingVisit | null => rows.find((row) => row.id === id) ?? null,
);

const homeWithinReach = statement<Reach & { id: PersonId }, { building: string | null }>({
  name: 'visit-address',
  text: `
    SELECT nullif(${homeAddress}, '') AS building
    FROM resident
      ${joinHome}
    WHERE resident.id = :id AND ${withinReach({ person: 'resident.id', areaLineage: 'home.lineage' })}`,
});

/** Where somebody would come to, told to whoever may book for the person: enough to recognise it. */
export async function visitAddress(
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  id: PersonId,
): Promise<VisitAddress> {
  const [home] = await homeWithinReach(db, { id, ...reachOf(viewer, 'BOOK') });
  if (!home) throw notFound('resident');
  const door = (await doorsOf(db, dataKey, [id])).get(id);
  return { building: home.building, door: door ? maskedDoor(door.door) : null };
}
