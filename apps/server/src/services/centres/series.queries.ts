import type { SeriesId, ServiceId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import type { Series } from './series.type.js';
import type { Session } from './session.entity.js';

const COLUMNS = `
  id, service_id, centre_id, name, weekdays, starts, ends, capacity, from_day, times, join_until, closed_at, close_reason`;

const selectById = statement<{ id: SeriesId }, Series>({
  name: 'series-by-id',
  text: `SELECT ${COLUMNS} FROM series WHERE id = :id`,
});

/** For rooms above, who ask for the right themselves. */
export async function seriesById(db: Database, id: SeriesId): Promise<Series> {
  const [series] = await selectById(db, { id });
  if (!series) throw notFound('series');
  return series;
}

/** Undefined: nobody made it yet. */
export const seriesMade = async (db: Database, id: SeriesId): Promise<Series | undefined> =>
  (await selectById(db, { id }))[0];

const selectByIds = statement<{ ids: readonly SeriesId[] }, Series>({
  name: 'series-by-ids',
  text: `SELECT ${COLUMNS} FROM series WHERE id = ANY (:ids::uuid[])`,
});

/** The class that something belongs to. */
export const seriesByIds = batched(
  ({ db }, ids: readonly SeriesId[]) => selectByIds(db, { ids }),
  (rows, id) => rows.find((row) => row.id === id) ?? null,
);

const selectOfServices = statement<{ ids: readonly ServiceId[] }, Series>({
  name: 'series-of-services',
  text: `
    SELECT ${COLUMNS} FROM series
    WHERE service_id = ANY (:ids::uuid[]) AND closed_at IS NULL
      AND EXISTS (SELECT FROM session WHERE series_id = series.id AND ends_at > now() AND NOT withdrawn)
    ORDER BY from_day, starts, id`,
});

export const seriesOfService = (db: Database, id: ServiceId): Promise<Series[]> =>
  selectOfServices(db, { ids: [id] });

/** Those that are not over. */
export const seriesOf = batched(
  ({ db }, ids: readonly ServiceId[]) => selectOfServices(db, { ids }),
  (rows, id): Series[] => rows.filter(({ serviceId }) => serviceId === id),
);

const selectOver = statement<{ ids: readonly ServiceId[] }, Series>({
  name: 'series-of-services-over',
  text: `
    SELECT ${COLUMNS} FROM series
    WHERE service_id = ANY (:ids::uuid[])
      AND (closed_at IS NOT NULL
        OR NOT EXISTS (SELECT FROM session WHERE series_id = series.id AND ends_at > now() AND NOT withdrawn))
    ORDER BY from_day DESC, starts, id LIMIT 200`,
});

/** Those that are over, or were stopped: the latest first. */
export const seriesOver = batched(
  ({ db }, ids: readonly ServiceId[]) => selectOver(db, { ids }),
  (rows, id): Series[] => rows.filter(({ serviceId }) => serviceId === id),
);

const selectSessions = statement<{ ids: readonly SeriesId[] }, Session>({
  name: 'sessions-of-series',
  text: 'SELECT * FROM session WHERE series_id = ANY (:ids::uuid[]) AND NOT withdrawn ORDER BY starts_at',
});

const selectDates = statement<{ id: SeriesId }, Session>({
  name: 'dates-of-series',
  text: 'SELECT * FROM session WHERE series_id = :id ORDER BY starts_at',
});

/** All dates, those that were withdrawn when the class was stopped too. */
export const datesOfSeries = (db: Database, id: SeriesId): Promise<Session[]> => selectDates(db, { id });

/** All dates, the past and the cancelled ones too. */
export const sessionsOfSeries = batched(
  ({ db }, ids: readonly SeriesId[]) => selectSessions(db, { ids }),
  (rows, id): Session[] => rows.filter(({ seriesId }) => seriesId === id),
);
