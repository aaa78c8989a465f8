import { type Asking, inside, moment, type Shape, today } from '../../platform/straight/index.js';
import { priceShape } from '../pricing/index.js';
import { factColumns, factsOver } from './booking-facts.js';
import { sessionWithPlaces } from './booking.shape.js';

/** Staff of the centre see the page as at the counter, where what is left after the cut-off is given away. */
export const atCounter = ({ within }: Asking): string =>
  within('BOOK_AT_COUNTER', { centre: 'session.centre_id', areaLineage: 'centre_area.lineage' });

/** The domain's `unmetBound` over the columns of facts. */
const unmet = `
  CASE WHEN facts.age < facts.min_age THEN 'AGE'
    WHEN facts.care_needs <> '{}' AND NOT facts.care_needs && facts.needs THEN 'CARE_NEED'
    WHEN NOT facts.resident_area_id = ANY (facts.home_lineage) THEN 'AREA' END`;

/** The domain's `refusalToBook` as a word, or null: `facts` as `factColumns` give them, allergens never let pass. */
export const refusal = `
  CASE WHEN facts.session_state = 'CANCELLED' THEN 'SESSION_CANCELLED'
    WHEN now() >= facts.ends_at THEN 'SESSION_OVER'
    WHEN facts.standing_booking_id IS NOT NULL THEN 'ALREADY_BOOKED'
    WHEN ${unmet} IS NOT NULL THEN 'NOT_ELIGIBLE'
    WHEN facts.needs_assessment AND facts.assessed_until IS NULL THEN 'ASSESSMENT_MISSING'
    WHEN facts.needs_assessment AND facts.assessed_until < facts.day THEN 'ASSESSMENT_EXPIRED'
    WHEN facts.visit_lacks IS NOT NULL THEN facts.visit_lacks
    WHEN NOT facts.at_counter AND ${today} < facts.counter_only_until THEN 'COUNTER_ONLY'
    WHEN now() < facts.opens_at THEN 'NOT_OPEN_YET'
    WHEN now() >= facts.closes_at AND NOT (facts.at_counter AND facts.walk_in) THEN 'PAST_CUT_OFF'
    WHEN facts.booked_this_week >= facts.weekly_quota THEN 'QUOTA_REACHED'
    WHEN facts.booked_this_month >= facts.monthly_quota THEN 'QUOTA_REACHED'
    WHEN facts.overlap_service IS NOT NULL THEN 'OVERLAPS'
    WHEN facts.clashes <> '{}' THEN 'ALLERGY_CLASH'
    WHEN facts.resource_taken IS NOT NULL THEN 'RESOURCE_TAKEN'
    WHEN facts.whole_series IS NOT NULL THEN 'WHOLE_SERIES'
    WHEN facts.taken >= facts.capacity THEN 'SESSION_FULL' END`;

/** The domain's `detailsOfRefusal`, over `facts` with its `refusal`. */
export const details = `
  CASE facts.refusal
    WHEN 'NOT_ELIGIBLE' THEN jsonb_strip_nulls(jsonb_build_object('bound', ${unmet}, 'minAge', facts.min_age,
      'careNeeds', CASE WHEN facts.care_needs <> '{}' THEN array_to_string(facts.care_needs, ' ') END))
    WHEN 'ASSESSMENT_EXPIRED' THEN jsonb_build_object('until', facts.assessed_until)
    WHEN 'WHOLE_SERIES' THEN jsonb_build_object('series', facts.whole_series)
    WHEN 'COUNTER_ONLY' THEN jsonb_build_object('until', facts.counter_only_until)
    WHEN 'NOT_OPEN_YET' THEN jsonb_build_object('opensAt', ${moment('facts.opens_at')})
    WHEN 'PAST_CUT_OFF' THEN jsonb_build_object('closesAt', ${moment('facts.closes_at')},
      'walkInPlaces', CASE WHEN facts.walk_in THEN facts.capacity - facts.taken ELSE 0 END)
    WHEN 'QUOTA_REACHED' THEN
      CASE WHEN facts.booked_this_week >= facts.weekly_quota
        THEN jsonb_build_object('period', 'WEEK', 'weeklyQuota', facts.weekly_quota, 'bookedThisWeek', facts.booked_this_week)
        ELSE jsonb_build_object('period', 'MONTH', 'monthlyQuota', facts.monthly_quota,
          'bookedThisMonth', facts.booked_this_month) END
    WHEN 'OVERLAPS' THEN
      jsonb_build_object('service', facts.overlap_service, 'startsAt', ${moment('facts.overlap_starts_at')})
    WHEN 'ALLERGY_CLASH' THEN jsonb_build_object('allergens', array_to_string(facts.clashes, ' '),
      'dishes', array_to_string(facts.clashing_dishes, '、'))
    WHEN 'RESOURCE_TAKEN' THEN
      jsonb_build_object('resource', facts.resource_taken, 'until', ${moment('facts.resource_taken_until')})
    WHEN 'SESSION_FULL' THEN jsonb_build_object('capacity', facts.capacity)
    ELSE '{}'::jsonb END`;

/** A line of a booking page over `session`, `service` and `facts`, which has the columns of `factColumns` and `refusal`. */
export const bookableShape: Shape = {
  placesLeft: 'facts.capacity - facts.taken',
  waiting: 'facts.waiting',
  mayJoinWaitlist: `coalesce(facts.refusal = 'SESSION_FULL' AND facts.waitlist AND now() < facts.closes_at, false)`,
  refusal: 'facts.refusal',
  refusalDetails: details,
  bookingId: 'facts.standing_booking_id',
  allergens: 'facts.clashes',
  price: inside(priceShape('facts')),
  session: inside(sessionWithPlaces('facts')),
};

/** The facts of the sessions in `sessions`, for the lines that `bookableShape` shows. `who` is the person to book for. */
export const factsOfLines = (asking: Asking, sessions: string, more: string): string => `
  SELECT facts.*, ${refusal} AS refusal
  FROM (
    SELECT session.id AS session_id, ${factColumns}, who.home_lineage, ${atCounter(asking)} AS at_counter, ${more}
    FROM ${factsOver(sessions, 'NULL::text')}
  ) facts`;

/** A line's own session and service, beside its `facts`. */
export const lineJoins = {
  session: 'JOIN session ON session.id = facts.session_id',
  service: 'JOIN service ON service.id = session.service_id',
};
