import type { SeriesId } from '@linli/domain/services/centres';
import { recordRead } from '../../access/audit/index.js';
import type { Request } from '../../platform/graphql/index.js';
import { bookingsOfSeries } from '../bookings/index.js';
import { centreFor, datesOfSeries, seriesById } from '../centres/index.js';
import type { SeriesRoll } from './roll.type.js';

/** Who is in a class, date by date. Who looked is on the trail. */
export async function seriesRoll({ db, viewer, news }: Request, id: SeriesId): Promise<SeriesRoll> {
  // Before anything is read: what happens in between is heard again rather than missed.
  const cursor = news.cursor();
  const series = await seriesById(db, id);
  await centreFor(db, viewer, 'CHECK_IN', series.centreId);
  const [dates, bookings] = await Promise.all([datesOfSeries(db, id), bookingsOfSeries(db, viewer, id)]);
  await recordRead(db, viewer, {
    action: 'SERIES_ROLL_SHOWN',
    subjectKind: 'RESIDENT',
    ids: bookings.map(({ beneficiaryId }) => beneficiaryId),
    places: { centreIds: [series.centreId] },
  });
  return { series, dates, bookings, cursor };
}
