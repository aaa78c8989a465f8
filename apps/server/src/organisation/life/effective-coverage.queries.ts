import { type AreaId, type OrganisationId, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { coverageRate, daysOfSeries } from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { coveringOnDays, inForce, today } from '../structure/index.js';
import { overdueOnDays } from './cadence.queries.js';
import type { EffectiveCoveragePoint } from './effective-coverage.type.js';

interface Seen {
  readonly areaId: AreaId;
  readonly areas: readonly AreaId[];
  readonly tops: readonly OrganisationId[];
}
// Whoever sees the life of an organisation sees how it goes in all that it covers; the district's committee, everywhere.
const areaSeen = statement<Seen, { id: AreaId }>({
  name: 'area-whose-life-is-seen',
  text: `
    SELECT area.id FROM area
    WHERE area.id = :areaId AND (area.lineage && :areas::uuid[] OR EXISTS (
      SELECT FROM organisation WHERE id = ANY (:tops::uuid[]) AND parent_id IS NULL) OR EXISTS (
      SELECT FROM organisation_covers covers JOIN organisation ON organisation.id = covers.organisation_id
      WHERE covers.superseded_at IS NULL AND ${inForce('covers', today)} AND covers.area_id = ANY (area.lineage)
        AND organisation.lineage && :tops::uuid[]))`,
});

/** 有形與有效 Over a time: its first day, the last of each month, and its last day. */
export async function effectiveCoverageSeries(
  db: Database,
  viewer: Viewer,
  { areaId, from, to }: { readonly areaId: AreaId; readonly from: PlainDate; readonly to: PlainDate },
): Promise<EffectiveCoveragePoint[]> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const [seen] = await areaSeen(db, { areaId, tops, areas: reachOf(viewer, 'SEE_LIFE').areas });
  if (!seen) throw notFound('area');
  const days = daysOfSeries(from, to);
  const { since, overdue } = await overdueOnDays(db, days);
  const estates = await coveringOnDays(db, { areaId, days });
  const owes = (id: OrganisationId, on: PlainDate) => overdue.get(id)?.has(on) ?? false;
  return days.map((on) => {
    const own = estates.filter((estate) => estate.on === on);
    const covered = own.filter(({ organisationIds }) => organisationIds.length > 0);
    const effective = covered.filter(({ organisationIds }) => organisationIds.some((id) => !owes(id, on)));
    const known = on >= since;
    return {
      ...{ on, estates: own.length, covered: covered.length },
      rate: coverageRate(covered.length, own.length),
      effective: known ? effective.length : null,
      effectiveRate: known ? coverageRate(effective.length, own.length) : null,
    };
  });
}
