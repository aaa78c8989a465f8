import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { CloseSeriesInput, SeriesId, SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditCentre } from './audit-centre.js';
import { serviceToManage } from './managed.js';
import { seriesById } from './series.queries.js';
import type { Series } from './series.type.js';
import { sessionFollowers } from './session-followers.js';

const datesToCome = statement<{ id: SeriesId }, { id: SessionId }>({
  name: 'dates-of-series-to-come',
  text: 'SELECT id FROM session WHERE series_id = :id AND NOT withdrawn AND starts_at > now() ORDER BY id',
});

// Withdrawn, so that a closed day that is opened again does not bring them back.
const withdrawDates = statement<{ ids: readonly SessionId[]; reason: string }, never>({
  name: 'withdraw-dates-of-series',
  text: `
    UPDATE session SET state = 'CANCELLED', cancel_reason = :reason, withdrawn = true
    WHERE id = ANY (:ids::uuid[])`,
});

const markClosed = statement<
  { id: SeriesId; reason: string },
  { closedAt: Date | null; closeReason: string | null }
>({
  name: 'close-series',
  text: `
    UPDATE series SET closed_at = now(), close_reason = :reason WHERE id = :id
    RETURNING closed_at, close_reason`,
});

async function closeInside(
  tx: Transaction,
  viewer: Viewer,
  { id, reason }: CloseSeriesInput,
): Promise<Series | Refused> {
  const known = await seriesById(tx, id);
  const service = await serviceToManage(tx, viewer, known.serviceId);
  // The centre is held from here on: somebody may have stopped it meanwhile.
  const series = await seriesById(tx, id);
  if (series.closedAt) return series;
  const ids = (await datesToCome(tx, { id })).map((date) => date.id);
  if (ids.length === 0) return new Refused(Refusal.SERIES_OVER);
  await sessionFollowers.hold(tx, ids);
  await withdrawDates(tx, { ids, reason });
  const cancelledBookings = await sessionFollowers.cancelBooked(tx, ids, reason, viewer, 'TOGETHER');
  const [closed] = await markClosed(tx, { id, reason });
  await recordEvent(tx, {
    ...{ name: 'centres.series-closed', subjectId: service.centreId, payload: { seriesId: id } },
  });
  await auditCentre(tx, viewer, service.centreId, {
    ...{ action: 'SERIES_CLOSED', subject: { kind: 'SERVICE', id: service.id, name: service.name } },
    detail: { series: series.name, reason, times: ids.length, cancelledBookings },
  });
  return Object.assign(series, closed);
}

/** 停班 What has not begun is cancelled for everybody, and each is told once. Twice is once. */
export const closeSeries = (
  db: Database,
  viewer: Viewer,
  input: CloseSeriesInput,
): Promise<Series | Refused> => transaction(db, (tx) => closeInside(tx, viewer, input));
