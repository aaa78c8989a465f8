import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { ChangeJoinUntilInput } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditCentre } from './audit-centre.js';
import { serviceToManage } from './managed.js';
import { seriesById } from './series.queries.js';
import type { Series } from './series.type.js';

// A class that was stopped, or whose last date is over, is nothing that one joins.
const setJoinUntil = statement<ChangeJoinUntilInput, Pick<Series, 'joinUntil'>>({
  name: 'change-join-until',
  text: `
    UPDATE series SET join_until = :joinUntil WHERE id = :id AND closed_at IS NULL
      AND EXISTS (SELECT FROM session WHERE series_id = series.id AND NOT withdrawn AND ends_at > now())
    RETURNING join_until`,
});

async function changeInside(
  tx: Transaction,
  viewer: Viewer,
  input: ChangeJoinUntilInput,
): Promise<Series | Refused> {
  const known = await seriesById(tx, input.id);
  const service = await serviceToManage(tx, viewer, known.serviceId);
  // The centre is held from here on: somebody may have changed it meanwhile.
  const series = await seriesById(tx, input.id);
  const [changed] = await setJoinUntil(tx, input);
  if (!changed) return new Refused(Refusal.SERIES_OVER);
  if (series.joinUntil === input.joinUntil) return series;
  await recordEvent(tx, {
    ...{ name: 'centres.series-changed', subjectId: service.centreId, payload: { seriesId: series.id } },
  });
  await auditCentre(tx, viewer, service.centreId, {
    ...{ action: 'JOIN_UNTIL_CHANGED', subject: { kind: 'SERVICE', id: service.id, name: service.name } },
    detail: { series: series.name, joinUntil: input.joinUntil ?? 'NONE' },
  });
  return Object.assign(series, changed);
}

/** 改報名截止 Who is in the class stays; only who may still join changes. Twice is once. */
export const changeJoinUntil = (
  db: Database,
  viewer: Viewer,
  input: ChangeJoinUntilInput,
): Promise<Series | Refused> => transaction(db, (tx) => changeInside(tx, viewer, input));
