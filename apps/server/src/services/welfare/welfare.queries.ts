import { can, type CentreId, type Reach, reachOf, type Target, type Viewer } from '@linli/domain/access';
import type { WelfareCheckId } from '@linli/domain/services/welfare';
import { type Database, statement, type Transaction, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { WelfareCheck } from './welfare.type.js';

const CLOSED_AT_MOST = 100;

const columns = `
  welfare_check.*, centre_area.lineage AS centre_lineage, home.lineage AS home_lineage,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', step.id, 'kind', step.kind, 'result', step.result, 'note', step.note,
      'at', step.at, 'byName', step.by_name) ORDER BY step.at, step.id)
    FROM welfare_step step WHERE step.check_id = welfare_check.id
  ), '[]'::jsonb) AS steps`;

const source = `
  welfare_check
  JOIN centre ON centre.id = welfare_check.centre_id
  LEFT JOIN area centre_area ON centre_area.id = centre.area_id
  JOIN resident ON resident.id = welfare_check.resident_id
  LEFT JOIN area home ON home.id = resident.building_id`;

const checksWithinReach = statement<Reach & { centreId: CentreId | null; open: boolean }, WelfareCheck>({
  name: 'welfare-checks',
  text: `
    SELECT ${columns} FROM ${source}
    WHERE (outcome IS NULL) = :open::boolean
      AND (:centreId::uuid IS NULL OR welfare_check.centre_id = :centreId::uuid)
      AND ${withinReach({ centre: 'welfare_check.centre_id', areaLineage: '(centre_area.lineage || home.lineage)' })}
    ORDER BY CASE WHEN :open::boolean THEN welfare_check.opened_at END, welfare_check.opened_at DESC
    LIMIT ${CLOSED_AT_MOST}`,
});

/** The open ones, the longest open first; or the closed ones, the latest first, no more than a hundred. */
export const welfareChecks = async (
  db: Database,
  viewer: Viewer,
  { centreId, open }: { readonly centreId: CentreId | null; readonly open: boolean },
): Promise<WelfareCheck[]> =>
  (await checksWithinReach(db, { ...reachOf(viewer, 'CHECK_WELFARE'), centreId, open })).map(withDates);

const checkById = statement<{ id: WelfareCheckId }, WelfareCheck>({
  name: 'welfare-check',
  text: `SELECT ${columns} FROM ${source} WHERE welfare_check.id = :id`,
});

const lockCheck = statement<{ id: WelfareCheckId }, never>({
  name: 'lock-welfare-check',
  text: 'SELECT FROM welfare_check WHERE id = :id FOR NO KEY UPDATE',
});

export const targetOf = ({ centreId, centreLineage, homeLineage }: WelfareCheck): Target => ({
  centreId,
  areaLineage: [...(centreLineage ?? []), ...(homeLineage ?? [])],
});

export async function checkToChange(
  tx: Transaction,
  viewer: Viewer,
  id: WelfareCheckId,
): Promise<WelfareCheck> {
  await lockCheck(tx, { id });
  return checkFor(tx, viewer, id);
}

export async function checkFor(db: Database, viewer: Viewer, id: WelfareCheckId): Promise<WelfareCheck> {
  const [check] = await checkById(db, { id });
  if (!check || !can(viewer, 'CHECK_WELFARE', targetOf(check))) throw notFound('welfareCheck');
  return withDates(check);
}

/** Times come out of JSON as text. */
function withDates(check: WelfareCheck): WelfareCheck {
  for (const step of check.steps) step.at = new Date(step.at);
  return check;
}
