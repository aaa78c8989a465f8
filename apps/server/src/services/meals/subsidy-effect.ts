import type { AreaId, PersonId, Reach, Viewer } from '@linli/domain/access';
import { reachOf } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { CareNeed } from '@linli/domain/organisation/people';
import { statesHoldingAPlace } from '@linli/domain/services/bookings';
import { effectOf, type ProposeSubsidyRuleInput, type RuleEffect } from '@linli/domain/services/pricing';
import { type Database, literals, statement, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { subsidyRulesEver } from '../pricing/index.js';

const DAYS = 7;

interface Ordered {
  readonly personId: PersonId;
  readonly day: PlainDate;
  readonly age: number;
  readonly needs: readonly CareNeed[];
  readonly homeLineage: readonly AreaId[];
  readonly fullFen: number;
}

const areaWithinReach = statement<Reach & { areaId: AreaId }, object>({
  name: 'subsidised-area-within-reach',
  text: `SELECT FROM area WHERE id = :areaId AND ${withinReach({ areaLineage: 'area.lineage' })}`,
});

const orderedMeals = statement<{ areaId: AreaId }, Ordered>({
  name: 'ordered-meals-of-next-week',
  text: `
    SELECT booking.beneficiary_id AS person_id, session.day, booking.full_fen, home.lineage AS home_lineage,
      greatest(0, extract(year FROM age(session.day, birth_date)))::int AS age,
      ARRAY(
        SELECT need FROM care_need
        WHERE resident_id = resident.id
          AND session.day BETWEEN care_need.valid_from AND coalesce(care_need.valid_to, 'infinity')
      ) AS needs
    FROM session
      JOIN service ON service.id = session.service_id AND service.meal IS NOT NULL
      JOIN booking ON booking.session_id = session.id
      JOIN resident ON resident.id = booking.beneficiary_id
      JOIN area home ON home.id = resident.building_id
    WHERE session.day > (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND session.day <= (now() AT TIME ZONE 'Asia/Shanghai')::date + ${DAYS}
      AND session.ends_at > now()
      AND booking.state IN (${literals(statesHoldingAPlace)})
      AND home.lineage @> ARRAY[:areaId::uuid]
    ORDER BY booking.booked_at, booking.id`,
});

/** What a rule would do to the meals that are ordered for the next seven days, were it in force. Changes nothing. */
export async function subsidyEffect(
  db: Database,
  viewer: Viewer,
  rule: ProposeSubsidyRuleInput,
): Promise<RuleEffect> {
  const { areaId } = rule;
  const [area] = await areaWithinReach(db, { areaId, ...reachOf(viewer, 'MANAGE_SUBSIDIES') });
  if (!area) throw notFound('area');
  const [rules, meals] = await Promise.all([subsidyRulesEver(db), orderedMeals(db, { areaId })]);
  const { minAge = null, maxAge = null, careNeed = null, validTo = null, dayCapFen = null } = rule;
  return effectOf({ ...rule, minAge, maxAge, careNeed, validTo, dayCapFen }, rules, meals);
}
