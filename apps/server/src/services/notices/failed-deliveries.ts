import { can, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { NoticeKind, noticeRules } from '@linli/domain/notices';
import { Refusal } from '@linli/domain/refusals';
import { type NumberToCall, numberToCall } from '../../organisation/people/index.js';
import {
  type Database,
  literals,
  statement,
  transaction,
  withinReach,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import type { FailedDelivery, FailedDeliveryConnection } from './failed-delivery.type.js';

const SELECT = `
  SELECT delivery.id, notice.kind, channel, problem, tries, delivery.ended_at AS failed_at, until, told_at, teller_name,
    parameters ->> 'bookingId' AS booking_id, parameters ->> 'service' AS service, parameters ->> 'centre' AS centre,
    (parameters ->> 'startsAt')::timestamptz AS starts_at, notice.resident_id, notice.centre_id,
    centre_area.lineage AS centre_lineage, home.lineage AS home_lineage
  FROM notice_delivery delivery
    JOIN notice ON notice.id = delivery.notice_id
    JOIN resident ON resident.id = notice.resident_id
    LEFT JOIN area home ON home.id = resident.building_id
    LEFT JOIN centre ON centre.id = notice.centre_id
    LEFT JOIN area centre_area ON centre_area.id = centre.area_id`;

// Not the person's own: they read it in their inbox.
const reached = withinReach({
  centre: 'notice.centre_id',
  areaLineage: '(centre_area.lineage || home.lineage)',
});

const shown = literals(Object.values(NoticeKind).filter((kind) => !noticeRules[kind].confidential));
const UNTOLD = `delivery.state = 'FAILED' AND notice.kind IN (${shown})`;

const failedAfter = statement<Reach & { after: string | null; limit: number }, FailedDelivery>({
  name: 'failed-deliveries',
  text: `
    ${SELECT}
    WHERE ${UNTOLD} AND told_at IS NULL AND until > now() AND ${reached}
      AND (:after::uuid IS NULL OR delivery.id < :after::uuid)
    ORDER BY delivery.id DESC
    LIMIT :limit`,
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whom no message reached and nobody has told yet, as long as it is of use; the latest first. */
export async function failedDeliveries(
  db: Database,
  viewer: Viewer,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<FailedDeliveryConnection> {
  const place = after !== null && UUID.test(after) ? after : null;
  const rows = await failedAfter(db, { ...reachOf(viewer, 'SEE_BOOKINGS'), after: place, limit: first + 1 });
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: node.id }));
  const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo };
}

const failedForChange = statement<{ id: string }, FailedDelivery>({
  name: 'failed-delivery-for-change',
  text: `${SELECT} WHERE delivery.id = :id AND ${UNTOLD} FOR NO KEY UPDATE OF delivery`,
});

const markTold = statement<{ id: string; by: string; byName: string }, { toldAt: Date; tellerName: string }>({
  name: 'mark-delivery-told',
  text: `
    UPDATE notice_delivery SET told_at = now(), told_by = :by, teller_name = :byName WHERE id = :id
    RETURNING told_at, teller_name`,
});

/** Told in person. The first who did is who did. */
export const markDeliveryTold = (db: Database, viewer: Viewer, id: string): Promise<FailedDelivery> =>
  transaction(db, async (tx) => {
    const [failed] = await failedForChange(tx, { id });
    if (!failed || !can(viewer, 'SEE_BOOKINGS', targetOf(failed))) throw notFound('delivery');
    if (failed.toldAt) return failed;
    const [told] = await markTold(tx, { id, by: viewer.personId, byName: viewer.name });
    return Object.assign(failed, told);
  });

/** The number of whom no message reached, until somebody has told them; that it was shown is on record. */
export const revealUndeliveredNumber = (
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  id: string,
): Promise<NumberToCall | Refused> =>
  transaction(db, async (tx) => {
    const [failed] = await failedForChange(tx, { id });
    if (!failed || !can(viewer, 'SEE_BOOKINGS', targetOf(failed))) throw notFound('delivery');
    const { residentId, centreId } = failed;
    if (failed.toldAt) return new Refused(Refusal.ALREADY_TOLD);
    return numberToCall(tx, { viewer, dataKey, residentId, centreId, why: 'UNDELIVERED' });
  });

const targetOf = ({ centreId, centreLineage, homeLineage }: FailedDelivery) => ({
  ...(centreId && { centreId }),
  areaLineage: [...(centreLineage ?? []), ...(homeLineage ?? [])],
});
