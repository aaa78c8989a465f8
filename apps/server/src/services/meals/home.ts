import { type CentreId, type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { Meal } from '@linli/domain/services/centres';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { type BookableSession, bookableSessions, nextBookingOf } from '../bookings/index.js';
import type { Centre } from '../centres/index.js';
import type { Home } from './home.type.js';
import { lunchMenus, mealOffers } from './meal-offers.js';

/** How far the home page looks, in days, and how many activities it shows. */
export const DAYS = 7;
export const ACTIVITIES = 6;

interface Asked {
  readonly beneficiaryId: PersonId;
  readonly centreId: CentreId | null;
}

const centreOfHome = (name: string, where: string) =>
  statement<Asked & Reach, Centre & { today: PlainDate }>({
    name,
    text: `
      SELECT centre.*, (now() AT TIME ZONE 'Asia/Shanghai')::date AS today
      FROM resident
        LEFT JOIN area home ON home.id = resident.building_id
        JOIN centre ON ${where}
        LEFT JOIN area served ON served.id = centre.area_id
      WHERE resident.id = :beneficiaryId AND (:centreId::uuid IS NULL OR centre.id = :centreId::uuid)
        AND ${withinReach({
          person: 'resident.id',
          centre: 'centre.id',
          areaLineage: '(served.lineage || home.lineage)',
        })}
      ORDER BY
        EXISTS (SELECT FROM service WHERE centre_id = centre.id AND meal IS NOT NULL AND active) DESC,
        (SELECT count(*) FROM unnest(served.lineage) step WHERE step = ANY (home.lineage)) DESC,
        centre.id
      LIMIT 1`,
  });

/** The centres that serve where the person lives, the nearest of those with meals first. */
const centreServing = centreOfHome('centre-serving-home', 'centre.area_id = ANY (home.lineage)');
/** Any centre: the one that was named, or the nearest where none serves them. */
const anyCentre = centreOfHome('centre-near-home', 'true');

async function centreFor(db: Database, viewer: Viewer, asked: Asked) {
  const parameters = { ...asked, ...reachOf(viewer, 'BOOK') };
  const [serving] = asked.centreId === null ? await centreServing(db, parameters) : [];
  const [centre] = serving ? [serving] : await anyCentre(db, parameters);
  if (!centre) throw notFound(asked.centreId === null ? 'resident' : 'centre');
  return centre;
}

/** The centre that home is about when none is named. */
export const centreOfPerson = (db: Database, viewer: Viewer, beneficiaryId: PersonId): Promise<Centre> =>
  centreFor(db, viewer, { beneficiaryId, centreId: null });

export async function home(db: Database, viewer: Viewer, asked: Asked): Promise<Home> {
  const { beneficiaryId } = asked;
  const centre = await centreFor(db, viewer, asked);
  const { id: centreId, today } = centre;
  const [tomorrow, last] = [addDays(today, 1), addDays(today, DAYS - 1)];
  const [lines, menus, { next, coming }] = await Promise.all([
    bookableSessions(db, viewer, { centreId, beneficiaryId, from: today, to: last }),
    lunchMenus(db, { centreId, from: today, to: tomorrow }),
    nextBookingOf(db, viewer, beneficiaryId),
  ]);
  const offers = mealOffers(Meal.LUNCH, lines, menus);
  const activities = lines.filter(isOn);
  return {
    ...{ centre, beneficiaryId, nextBooking: next, comingBookings: coming },
    lunchToday: offers.find(({ day }) => day === today) ?? null,
    lunchTomorrow: offers.find(({ day }) => day === tomorrow) ?? null,
    activities: activities.slice(0, ACTIVITIES),
    activityCount: activities.length,
  };
}

const isOn = ({ session, refusal }: BookableSession): boolean =>
  session.category !== 'MEAL' && refusal !== 'SESSION_OVER' && refusal !== 'SESSION_CANCELLED';
