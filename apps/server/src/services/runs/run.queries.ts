import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { BookingRunId } from '@linli/domain/services/bookings';
import type { ServiceId } from '@linli/domain/services/centres';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched, notFound, type Request } from '../../platform/graphql/index.js';
import { type Booking, bookingsOfRuns } from '../bookings/index.js';
import type { Service } from '../centres/index.js';
import type { BookingRun } from './run.type.js';

const COLUMNS = `
  id, service_id, series_id, beneficiary_id, channel, from_day, to_day, places, booked_at, left_at, leave_reason`;

const byIds = statement<{ ids: readonly BookingRunId[] }, BookingRun>({
  name: 'booking-runs-by-ids',
  text: `SELECT ${COLUMNS} FROM booking_run WHERE id = ANY (:ids::uuid[])`,
});

/** Undefined: nobody made it yet. Whoever asks asks for the right themselves. */
export const runMade = async (db: Database, id: BookingRunId): Promise<BookingRun | undefined> =>
  (await byIds(db, { ids: [id] }))[0];

/** The run of a booking: whoever sees the one sees the other. */
export const runOf = batched(
  ({ db }, ids: readonly BookingRunId[]) => byIds(db, { ids }),
  (rows, id) => rows.find((row) => row.id === id) ?? null,
);

const bookingsOf = batched(
  ({ db, viewer }, ids: readonly BookingRunId[]) => bookingsOfRuns(db, viewer, ids),
  (rows, id): Booking[] => rows.filter(({ runId }) => runId === id),
);

export const bookingsOfRun = (request: Request, id: BookingRunId): Promise<Booking[]> =>
  bookingsOf(request, id);

/** It is reached by whoever reaches its bookings. */
export async function runFor(db: Database, viewer: Viewer, id: BookingRunId): Promise<BookingRun> {
  const run = await runMade(db, id);
  const bookings = run ? await bookingsOfRuns(db, viewer, [id]) : [];
  if (!run || bookings.length === 0) throw notFound('run');
  return run;
}

const serviceToBook = statement<Reach & { serviceId: ServiceId; beneficiaryId: PersonId }, Service>({
  name: 'service-to-book-several-of',
  text: `
    SELECT service.* FROM service
      JOIN centre ON centre.id = service.centre_id
      LEFT JOIN area centre_area ON centre_area.id = centre.area_id
      JOIN resident ON resident.id = :beneficiaryId
      LEFT JOIN area home ON home.id = resident.building_id
    WHERE service.id = :serviceId AND service.active AND ${withinReach({
      ...{ person: 'resident.id', centre: 'service.centre_id' },
      areaLineage: '(centre_area.lineage || home.lineage)',
    })}`,
});

/** The service, when the viewer may book it for this person; otherwise there is none. */
export async function serviceFor(
  db: Database,
  viewer: Viewer,
  wish: { readonly serviceId: ServiceId; readonly beneficiaryId: PersonId },
): Promise<Service> {
  const { serviceId, beneficiaryId } = wish;
  const [service] = await serviceToBook(db, { ...reachOf(viewer, 'BOOK'), serviceId, beneficiaryId });
  if (!service) throw notFound('service');
  return service;
}
