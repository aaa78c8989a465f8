import type { PlainDate } from '@linli/domain/base';
import {
  type Addition,
  momentOf,
  type SeriesId,
  type ServiceId,
  sessionWindow,
} from '@linli/domain/services/centres';
import { newUuid, statement, type Transaction } from '../../platform/database/index.js';
import type { Service } from './service.entity.js';

/** A session to be, of the service whose window and quota it takes with it. */
export interface NewSession extends Addition {
  readonly service: Service;
  /** The class that it is a date of: all of its dates open with the first. */
  readonly series?: { readonly id: SeriesId; readonly opensAt: Date };
}

const insertRows = statement<{ rows: string }, { id: string }>({
  name: 'insert-sessions',
  text: `
    INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
                         cancel_until, weekly_quota, monthly_quota, walk_in, series_id)
    SELECT id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at, cancel_until,
           weekly_quota, monthly_quota, walk_in, series_id
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
      id uuid, service_id uuid, centre_id uuid, day date, starts_at timestamptz, ends_at timestamptz, capacity int,
      opens_at timestamptz, closes_at timestamptz, cancel_until timestamptz, weekly_quota int, monthly_quota int,
      walk_in boolean, series_id uuid)
    ON CONFLICT DO NOTHING
    RETURNING id`,
});

// A withdrawn session whose time is back is that session again: its cancelled bookings still point to it.
const bringBackRows = statement<{ rows: string }, { serviceId: ServiceId; startsAt: Date }>({
  name: 'bring-back-sessions',
  text: `
    UPDATE session
    SET state = 'SCHEDULED', cancel_reason = NULL, withdrawn = false, ends_at = rows.ends_at,
        capacity = rows.capacity, opens_at = rows.opens_at, closes_at = rows.closes_at,
        cancel_until = rows.cancel_until, weekly_quota = rows.weekly_quota, monthly_quota = rows.monthly_quota,
        walk_in = rows.walk_in, series_id = rows.series_id
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
      service_id uuid, starts_at timestamptz, ends_at timestamptz, capacity int, opens_at timestamptz,
      closes_at timestamptz, cancel_until timestamptz, weekly_quota int, monthly_quota int, walk_in boolean, series_id uuid)
    WHERE session.service_id = rows.service_id AND session.starts_at = rows.starts_at AND session.withdrawn
    RETURNING session.service_id, session.starts_at`,
});

const rowOf = ({ service, day, starts, ends, capacity, series }: NewSession) => {
  const startsAt = momentOf(day, starts);
  const { opensAt, closesAt, cancelUntil } = sessionWindow(service, { day, startsAt });
  return {
    id: newUuid(),
    service_id: service.id,
    centre_id: service.centreId,
    day: day satisfies PlainDate,
    starts_at: startsAt,
    ends_at: momentOf(day, ends),
    capacity,
    opens_at: series?.opensAt ?? opensAt,
    closes_at: closesAt,
    cancel_until: cancelUntil,
    weekly_quota: service.weeklyQuota,
    monthly_quota: service.monthlyQuota,
    walk_in: service.walkIn,
    series_id: series?.id ?? null,
  };
};

// One parameter holds them all: keep it well below what a message may carry.
const AT_ONCE = 5000;

/** Writes those that are not there yet, many in a statement, and says how many were missing. */
export async function writeSessions(tx: Transaction, sessions: readonly NewSession[]): Promise<number> {
  let written = 0;
  for (let first = 0; first < sessions.length; first += AT_ONCE) {
    const rows = JSON.stringify(sessions.slice(first, first + AT_ONCE).map(rowOf));
    written += (await bringBackRows(tx, { rows })).length;
    written += (await insertRows(tx, { rows })).length;
  }
  return written;
}
