import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import {
  type BookingFacts,
  type BookingId,
  type BookingRunId,
  statesHoldingAPlace,
  statesWithoutEffect,
} from '@linli/domain/services/bookings';
import { literals, withinReach } from '../../platform/database/index.js';
import { today } from '../../platform/straight/index.js';
import { givenFor } from './given-for.js';
import { bestRuleFor, type PriceRow, priceColumns } from '../pricing/index.js';

/** `who`: the person to book for. */
export const beneficiary = `
  SELECT resident.id AS beneficiary_id, birth_date, allergies, resident.texture AS usual_texture,
    coalesce(home.lineage, '{}') AS home_lineage
  FROM resident LEFT JOIN area home ON home.id = resident.building_id
  WHERE resident.id = :beneficiaryId`;

/** The same of many, each with the texture of their `wish`. */
export const beneficiaries = `
  SELECT wish.nth, wish.session_id, resident.id AS beneficiary_id, birth_date, allergies,
    coalesce(wish.texture, resident.texture) AS usual_texture, coalesce(home.lineage, '{}') AS home_lineage
  FROM wish JOIN resident ON resident.id = wish.beneficiary_id
    LEFT JOIN area home ON home.id = resident.building_id`;

// What is on the day's menu, of the texture that the person would get.
const clash = (texture: string): string => `
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT allergen) AS clashes, array_agg(DISTINCT dish ->> 'name') AS clashing_dishes
    FROM menu, jsonb_array_elements(menu.dishes) dish, jsonb_array_elements_text(dish -> 'allergens') allergen
    WHERE menu.centre_id = session.centre_id AND menu.day = session.day AND menu.meal = service.meal
      AND allergen = ANY (who.allergies)
      AND (jsonb_array_length(dish -> 'textures') = 0
        OR jsonb_exists(dish -> 'textures', coalesce(${texture}, who.usual_texture)))
  ) clash ON service.meal IS NOT NULL AND cardinality(who.allergies) > 0`;

/** Age and needs of `who` on the session's day. */
export const standing = `
  CROSS JOIN LATERAL (
    SELECT greatest(0, extract(year FROM age(session.day, who.birth_date)))::int AS age,
      ARRAY(
        SELECT need FROM care_need
        WHERE resident_id = who.beneficiary_id
          AND session.day BETWEEN care_need.valid_from AND coalesce(care_need.valid_to, 'infinity')
      ) AS needs
  ) standing`;

/** Who eats, and when, over `who`, `standing` and `session`. */
export const eater = {
  givenBy: givenFor(),
  isMeal: 'service.meal IS NOT NULL',
  day: 'session.day',
  age: 'standing.age',
  needs: 'standing.needs',
  homeLineage: 'who.home_lineage',
};

/** What `who` is helped with on that day. */
export const subsidy = bestRuleFor(eater, 'service.price_fen');

// What is fetched or brought to the door keeps nobody anywhere. Between two there is the longer of both rests.
const onSite = (service: string): string =>
  `${service}.way IS DISTINCT FROM 'DELIVERY' AND ${service}.way IS DISTINCT FROM 'PICK_UP'`;
const rest = (after: string, before: string): string =>
  `greatest(${after}.rest_after_minutes, ${before}.rest_before_minutes) * interval '1 minute'`;
const overlap = `
  LEFT JOIN LATERAL (
    SELECT other_service.name AS overlap_service, other.starts_at AS overlap_starts_at
    FROM booking
      JOIN session other ON other.id = booking.session_id
      JOIN service other_service ON other_service.id = other.service_id
    WHERE booking.beneficiary_id = who.beneficiary_id
      AND booking.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED', 'CHECKED_IN')
      AND other.id <> session.id AND other.state = 'SCHEDULED' AND ${onSite('other_service')}
      AND other.starts_at < session.ends_at + ${rest('service', 'other_service')}
      AND session.starts_at < other.ends_at + ${rest('other_service', 'service')}
    ORDER BY other.starts_at, other.id LIMIT 1
  ) overlap ON ${onSite('service')}`;

// What the session would take and another one has, the longest first. Without resources it costs one look at an index.
const resource = `
  LEFT JOIN LATERAL (
    SELECT resource.name AS resource_taken, upper(held.span) AS resource_taken_until
    FROM service_resource needed
      JOIN resource_hold held ON held.resource_id = needed.resource_id AND held.session_id <> session.id
        AND held.span && tstzrange(session.starts_at, session.ends_at + service.turnaround_minutes * interval '1 minute')
      JOIN resource ON resource.id = needed.resource_id
    WHERE needed.service_id = service.id
    ORDER BY upper(held.span) DESC, resource.name LIMIT 1
  ) resource ON true`;

// The class that the person has joined and of which a date is free to choose: one that they gave back, or that was closed.
const ownRun = `
  LEFT JOIN LATERAL (
    SELECT run.id AS own_run_id FROM booking_run run
    WHERE run.beneficiary_id = who.beneficiary_id AND run.service_id = session.service_id
      AND run.series_id IS NOT NULL AND run.left_at IS NULL
      AND run.places > (
        SELECT count(*) FROM booking
        WHERE booking.run_id = run.id AND booking.state NOT IN (${literals(statesWithoutEffect)}))
    ORDER BY run.series_id = session.series_id DESC, run.booked_at DESC LIMIT 1
  ) own_run ON session.series_id IS NOT NULL`;
// Of a visit at home: who comes, and to which door.
const visitLacks = `
  CASE
    WHEN NOT service.at_home THEN NULL
    WHEN NOT EXISTS (
      SELECT FROM service_resource needed JOIN resource ON resource.id = needed.resource_id
      WHERE needed.service_id = service.id AND resource.kind = 'PERSON'
    ) THEN 'NO_WORKER'
    WHEN NOT EXISTS (SELECT FROM home_door WHERE resident_id = who.beneficiary_id) THEN 'NO_HOME_DOOR'
  END`;

/** `who` beside each session: parameters `:beneficiaryId` and `:texture`. Age and needs count on the session's day. */
export const factsOver = (sessions: string, texture: string): string => `
  who
  CROSS JOIN ${sessions}
  JOIN session_places places ON places.session_id = session.id
  JOIN service ON service.id = session.service_id AND service.active
  JOIN centre ON centre.id = session.centre_id
  LEFT JOIN area centre_area ON centre_area.id = centre.area_id
  ${standing}
  ${clash(texture)}
  ${overlap}
  ${resource}
  ${ownRun}
  ${subsidy}`;
export const sessionsForBeneficiary = factsOver('session', ':texture::text');

// The domain's `counterOnlyUntil`: so many within the days that end with one of them, and some days from that one on.
export const counterOnlyUntil = `
  CASE WHEN service.no_show_limit IS NOT NULL AND NOT service.no_show_exempt && standing.needs THEN (
    SELECT max(day) + service.counter_only_days
    FROM (
      SELECT other.day, count(*) OVER (
        ORDER BY other.day
        RANGE BETWEEN (service.no_show_days - 1) * interval '1 day' PRECEDING AND CURRENT ROW
      ) AS missed
      FROM booking JOIN session other ON other.id = booking.session_id
      WHERE booking.beneficiary_id = who.beneficiary_id AND booking.state = 'NO_SHOW'
        AND other.service_id = session.service_id
    ) misses
    WHERE missed >= service.no_show_limit
  ) END`;

/** How often the person has the service in the calendar's period of the session's day. */
const bookedWithin = (period: 'week' | 'month', quota: string): string => `
  CASE WHEN ${quota} IS NULL THEN 0 ELSE (
    SELECT count(*)::int
    FROM booking JOIN session other ON other.id = booking.session_id
    WHERE booking.beneficiary_id = who.beneficiary_id AND booking.state IN (${literals(statesHoldingAPlace)})
      AND other.service_id = session.service_id
      AND date_trunc('${period}', other.day::timestamp) = date_trunc('${period}', session.day::timestamp)
  ) END`;

/** Everything that decides, but for where the person lives, and the price, over `sessionsForBeneficiary`. */
export const factColumns = `
  now() AS now,
  session.state AS session_state, session.centre_id, session.day, session.starts_at, session.ends_at,
  session.opens_at, session.closes_at, session.cancel_until, session.weekly_quota, session.monthly_quota,
  session.walk_in,
  places.capacity, places.taken, places.checked_in, places.waiting, service.waitlist, service.needs_approval,
  ${counterOnlyUntil} AS counter_only_until,
  service.min_age, service.care_needs, service.resident_area_id, standing.age, standing.needs,
  coalesce(clash.clashes, '{}') AS clashes, coalesce(clash.clashing_dishes, '{}') AS clashing_dishes,
  (
    SELECT booking.id FROM booking
    WHERE booking.session_id = session.id AND booking.beneficiary_id = who.beneficiary_id
      AND booking.state NOT IN (${literals(statesWithoutEffect)})
  ) AS standing_booking_id,
  ${bookedWithin('week', 'session.weekly_quota')} AS booked_this_week,
  ${bookedWithin('month', 'session.monthly_quota')} AS booked_this_month,
  own_run.own_run_id,
  CASE WHEN session.series_id IS NOT NULL AND own_run.own_run_id IS NULL
    THEN (SELECT name FROM series WHERE series.id = session.series_id) END AS whole_series,
  service.needs_assessment,
  CASE WHEN service.needs_assessment THEN (
    SELECT valid_until FROM assessment
    WHERE assessment.resident_id = who.beneficiary_id AND assessed_on <= session.day
    ORDER BY assessed_on DESC, recorded_at DESC LIMIT 1
  ) END AS assessed_until,
  overlap.overlap_service, overlap.overlap_starts_at, resource.resource_taken, resource.resource_taken_until,
  ${visitLacks} AS visit_lacks,
  ${priceColumns('service.price_fen')}`;

/** The domain's `refusalToBook` as a condition over the facts, but for the counter, which is taken by updating it. */
export const nothingStandsInTheWay = `
  session_state = 'SCHEDULED' AND now < ends_at
  AND standing_booking_id IS NULL
  AND (min_age IS NULL OR age >= min_age)
  AND (care_needs = '{}' OR care_needs && needs)
  AND (resident_area_id IS NULL OR resident_area_id = ANY (home_lineage))
  AND (NOT needs_assessment OR coalesce(assessed_until >= day, false))
  AND visit_lacks IS NULL
  AND (counter_only_until IS NULL OR ${today} >= counter_only_until OR :atCounter)
  AND now >= opens_at AND (now < closes_at OR (:atCounter AND walk_in))
  AND (weekly_quota IS NULL OR booked_this_week < weekly_quota)
  AND (monthly_quota IS NULL OR booked_this_month < monthly_quota)
  AND overlap_service IS NULL
  AND (clashes = '{}' OR :allowAllergens)
  AND resource_taken IS NULL
  AND whole_series IS NULL`;

/** Over the facts: where a service wants approval somebody decides; at the counter that is whoever books. */
export const firstState = `CASE WHEN needs_approval AND NOT :atCounter THEN 'REQUESTED' ELSE 'CONFIRMED' END`;

/** The person, the centre, or the area of either; at the counter only the centre's own. */
export const bookableWithinReach = withinReach({
  person: 'who.beneficiary_id',
  centre: 'session.centre_id',
  areaLineage:
    '(CASE WHEN :atCounter THEN centre_area.lineage ELSE centre_area.lineage || who.home_lineage END)',
});

export interface FactsRow
  extends Omit<BookingFacts, 'alreadyBooked' | 'atCounter' | 'allowAllergens'>, PriceRow {
  readonly standingBookingId: BookingId | null;
  /** The class that a booking would belong to, where the session is a date of one. */
  readonly ownRunId: BookingRunId | null;
  readonly centreId: CentreId;
  readonly homeLineage: AreaId[];
  readonly startsAt: Date;
  readonly cancelUntil: Date;
  readonly checkedIn: number;
  readonly waiting: number;
  /** Whoever finds it full may wait. */
  readonly waitlist: boolean;
  /** Who books asks; somebody decides. */
  readonly needsApproval: boolean;
}

export interface Wisher {
  readonly beneficiaryId: PersonId;
  readonly atCounter: boolean;
  readonly allowAllergens: boolean;
}

export const factsOf = (
  row: FactsRow,
  { atCounter, allowAllergens }: Pick<Wisher, 'atCounter' | 'allowAllergens'>,
): BookingFacts => ({ ...row, alreadyBooked: row.standingBookingId !== null, atCounter, allowAllergens });
