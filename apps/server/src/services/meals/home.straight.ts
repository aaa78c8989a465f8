import type { CentreId, PersonId } from '@linli/domain/access';
import { MealWay } from '@linli/domain/services/centres';
import { homeJoins, residentShape } from '../../organisation/people/index.js';
import {
  type Asking,
  inside,
  many,
  one,
  type Part,
  type Shape,
  type StraightQuery,
  today,
} from '../../platform/straight/index.js';
import {
  beneficiary,
  bookableShape,
  comingCount,
  factsOfLines,
  lineJoins,
  nextBookingPart,
} from '../bookings/index.js';
import { centreShape } from '../centres/index.js';
import { menuShape } from '../menus/index.js';
import { ACTIVITIES, DAYS } from './home.js';
import { literals } from '../../platform/database/index.js';

/** As `centreFor` of the home page finds it: the one that was named, or one that serves the home, or the nearest. */
const place = ({ within }: Asking): string => `
  SELECT centre.id
  FROM resident
    LEFT JOIN area home ON home.id = resident.building_id
    CROSS JOIN centre
    LEFT JOIN area served ON served.id = centre.area_id
  WHERE resident.id = :beneficiaryId::uuid AND (:centreId::uuid IS NULL OR centre.id = :centreId::uuid)
    AND ${within('BOOK', {
      person: 'resident.id',
      centre: 'centre.id',
      areaLineage: '(served.lineage || home.lineage)',
    })}
  ORDER BY coalesce(centre.area_id = ANY (home.lineage), false) DESC,
    EXISTS (SELECT FROM service WHERE centre_id = centre.id AND meal IS NOT NULL AND active) DESC,
    (SELECT count(*) FROM unnest(served.lineage) step WHERE step = ANY (home.lineage)) DESC,
    centre.id
  LIMIT 1`;

/** The lunches of today and tomorrow, and what is on this week, by day and name: only what is shown is looked at closely. */
const page = `
  SELECT session.id, is_on,
    row_number() OVER (PARTITION BY is_on ORDER BY session.starts_at, service.name, session.id) AS nth
  FROM place
    JOIN session ON session.centre_id = place.id
    JOIN service ON service.id = session.service_id AND service.active
    CROSS JOIN LATERAL (
      SELECT service.category <> 'MEAL' AND session.state = 'SCHEDULED' AND session.ends_at > now() AS is_on
    ) activity
  WHERE session.day BETWEEN ${today} AND ${today} + ${String(DAYS - 1)} AND NOT session.withdrawn
    AND (is_on OR (service.meal = 'LUNCH' AND session.day <= ${today} + 1))`;

const chosen = `(
  SELECT session.*, page.is_on, page.nth FROM page JOIN session ON session.id = page.id
  WHERE NOT page.is_on OR page.nth <= ${String(ACTIVITIES)}) session`;
const more = 'session.is_on, session.nth, service.meal, service.way';

const ways = `array_position(ARRAY[${literals(MealWay)}], facts.way)`;

function lunch(day: string): Part {
  const lines = `facts.meal = 'LUNCH' AND facts.day = ${day}`;
  const sum = (column: string) =>
    `(SELECT coalesce(sum(${column}), 0)::int FROM line facts WHERE ${lines} AND facts.session_state = 'SCHEDULED')`;
  const shape: Shape = {
    day,
    meal: `'LUNCH'`,
    capacity: sum('facts.capacity'),
    placesLeft: sum('facts.capacity - facts.taken'),
    menu: inside(menuShape, 'menu.id IS NOT NULL'),
    ways: many(bookableShape, {
      from: 'line facts',
      joins: lineJoins,
      where: lines,
      order: `${ways}, facts.nth`,
    }),
  };
  return one(shape, {
    from: `(SELECT) one LEFT JOIN menu ON menu.centre_id = place.id AND menu.day = ${day} AND menu.meal = 'LUNCH'`,
    where: `menu.id IS NOT NULL OR EXISTS (SELECT FROM line facts WHERE ${lines})`,
  });
}

const homeShape = (asking: Asking): Shape => ({
  centre: inside(centreShape),
  beneficiary: inside(residentShape(asking, { centre: 'place.id' })),
  nextBooking: nextBookingPart(asking, ':beneficiaryId::uuid'),
  comingBookings: comingCount(asking, ':beneficiaryId::uuid'),
  lunchToday: lunch(today),
  lunchTomorrow: lunch(`(${today} + 1)`),
  activities: many(bookableShape, {
    from: 'line facts',
    joins: lineJoins,
    where: 'facts.is_on',
    order: 'facts.nth',
  }),
  activityCount: '(SELECT count(*) FROM page WHERE is_on)',
});

interface Asked {
  readonly beneficiaryId?: PersonId | null;
  readonly centreId?: CentreId | null;
}

export const straightHome: StraightQuery<Asked> = {
  parameters: ({ personId }, { beneficiaryId, centreId }) => ({
    beneficiaryId: beneficiaryId ?? personId,
    centreId: centreId ?? null,
  }),
  answer: (asking) =>
    one(homeShape(asking), {
      with: {
        who: beneficiary,
        place: place(asking),
        page,
        line: factsOfLines(asking, chosen, more),
      },
      from: 'place',
      joins: {
        centre: 'JOIN centre ON centre.id = place.id',
        resident: 'JOIN resident ON resident.id = :beneficiaryId::uuid',
        ...homeJoins,
      },
    }),
};
