import type { AreaId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { shownRate } from '@linli/domain/screens';
import { coverageOfChildren, coverageSeries } from '../../organisation/structure/index.js';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { DistrictScene, SceneServices } from './scene.type.js';

interface Shown {
  readonly areaId: AreaId;
  /** Null for a preview. */
  readonly screenId: string | null;
}

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;
const MONTHS = 24;

type Place = Pick<DistrictScene, 'screenName' | 'areaName' | 'asOf'> & { readonly today: PlainDate };

const areaShown = statement<Shown, Place & SceneServices>({
  name: 'area-shown',
  text: `
    WITH here AS (
      SELECT centre.id FROM centre JOIN area ON area.id = centre.area_id WHERE area.lineage @> ARRAY[:areaId::uuid]
    ), use AS (
      SELECT session.day, session.ends_at, service.meal, session.capacity - taken AS places_left, taken, checked_in
      FROM here
        JOIN session ON session.centre_id = here.id
        JOIN service ON service.id = session.service_id AND (service.meal IS NULL OR service.meal = 'LUNCH')
        JOIN session_places ON session_places.session_id = session.id
      WHERE session.state = 'SCHEDULED' AND session.day BETWEEN ${TODAY} - 7 AND ${TODAY}
    ), past AS (
      SELECT on_day::date AS day, coalesce(sum(checked_in), 0)::int AS count
      FROM generate_series(${TODAY} - 7, ${TODAY} - 1, interval '1 day') on_day
        LEFT JOIN use ON use.day = on_day::date AND use.meal = 'LUNCH'
      GROUP BY on_day
    ), now_used AS (
      SELECT coalesce(sum(taken) FILTER (WHERE meal = 'LUNCH'), 0)::int AS lunches_booked,
        coalesce(sum(checked_in) FILTER (WHERE meal = 'LUNCH'), 0)::int AS lunches_served,
        (count(*) FILTER (WHERE meal IS NULL))::int AS activities,
        coalesce(sum(places_left) FILTER (WHERE meal IS NULL AND ends_at > now()), 0)::int AS activity_places_left
      FROM use WHERE day = ${TODAY}
    )
    SELECT coalesce(screen.name, area.name) AS screen_name, area.name AS area_name, now() AS as_of,
      ${TODAY} AS today, (SELECT count(*) FROM here)::int AS centres, now_used.*,
      (SELECT jsonb_agg(jsonb_build_object('day', day, 'count', count) ORDER BY day) FROM past) AS lunches_last_week
    FROM area CROSS JOIN now_used LEFT JOIN screen ON screen.id = :screenId::uuid
    WHERE area.id = :areaId`,
});

/** What the wall of an area of any kind shows. Four statements, whatever the area's size. */
export async function districtScene(db: Database, shown: Shown, cursor: string): Promise<DistrictScene> {
  const [found] = await areaShown(db, shown);
  if (!found) throw notFound('area');
  const { areaId } = shown;
  const { screenName, areaName, asOf, today, ...services } = found;
  const [series, towns] = await Promise.all([
    coverageSeries(db, { areaId, from: monthsBefore(today, MONTHS), to: today }),
    coverageOfChildren(db, { areaId, on: today }),
  ]);
  const { estates, covered } = series.at(-1) ?? { estates: 0, covered: 0 };
  return {
    ...{ screenName, areaName, asOf, cursor, services },
    ...{ estates, covered, rate: shownRate(covered, estates) },
    series: series.map(({ on, estates, covered }) => ({
      on,
      estates,
      covered,
      rate: shownRate(covered, estates),
    })),
    towns: towns.map(({ area: { code, name }, estates, covered }) => ({
      ...{ code, name, estates, covered },
      rate: shownRate(covered, estates),
    })),
  };
}

/** The first of the month so long ago. */
function monthsBefore(day: PlainDate, months: number): PlainDate {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - months);
  return first.toISOString().slice(0, 10) as PlainDate;
}
