import type { Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import { isJoiningOver, type SeriesId } from '@linli/domain/services/centres';
import type { JoinSeriesInput } from '@linli/domain/services/runs';
import { type Database, now, statement, type Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { seriesById } from '../centres/index.js';
import { runMade, serviceFor } from './run.queries.js';
import type { BookingRun } from './run.type.js';
import { allOrNothing, channelFor, takeDates, type WantedDate } from './take-dates.js';

// A date that nobody can join any more is over for whoever comes now.
const remainingDates = statement<{ id: SeriesId; atCounter: boolean }, WantedDate>({
  name: 'remaining-dates-of-series',
  text: `
    SELECT id, day FROM session
    WHERE series_id = :id AND state = 'SCHEDULED'
      AND (now() < closes_at OR (:atCounter AND walk_in AND now() < ends_at))
    ORDER BY starts_at`,
});

async function joinInside(
  tx: Transaction,
  viewer: Viewer,
  input: JoinSeriesInput,
): Promise<BookingRun | Refused> {
  const { id, seriesId, beneficiaryId } = input;
  const { serviceId, joinUntil } = await seriesById(tx, seriesId);
  await serviceFor(tx, viewer, { serviceId, beneficiaryId });
  const channel = channelFor(viewer, input);
  if (!channel) return new Refused(Refusal.NOT_YOURS_TO_CHANGE);
  const made = await runMade(tx, id);
  if (made) {
    const isSame =
      made.seriesId === seriesId && made.beneficiaryId === beneficiaryId && made.channel === channel;
    return isSame ? made : new Refused(Refusal.CONFLICT);
  }
  if (isJoiningOver(joinUntil, plainDateOf(await now(tx))))
    return new Refused(Refusal.SERIES_JOINING_OVER, { until: joinUntil ?? '' });
  const dates = await remainingDates(tx, { id: seriesId, atCounter: channel === 'COUNTER' });
  if (dates.length === 0) return new Refused(Refusal.SERIES_OVER);
  return takeDates(tx, viewer, { id, serviceId, seriesId, beneficiaryId, channel, dates });
}

/** 報班 All dates that are still to come, or none. The same again is the same place in the class. */
export const joinSeries = (
  db: Database,
  viewer: Viewer,
  input: JoinSeriesInput,
): Promise<BookingRun | Refused> => allOrNothing(db, (tx) => joinInside(tx, viewer, input));
