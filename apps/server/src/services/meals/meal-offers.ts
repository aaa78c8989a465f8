import type { Viewer } from '@linli/domain/access';
import { type CentreId, Meal, MealWay } from '@linli/domain/services/centres';
import type { Database } from '../../platform/database/index.js';
import { type BookablePage, type BookableSession, bookableSessions } from '../bookings/index.js';
import { type Menu, menusBetween } from '../menus/index.js';
import type { MealOffer } from './meal-offer.type.js';

const WAYS = Object.values(MealWay);
const wayOf = ({ session }: BookableSession): number => (session.way ? WAYS.indexOf(session.way) : -1);

/** The days that have this meal, each with its menu and its ways in the order 堂食, 自取, 送餐. */
export function mealOffers(
  meal: Meal,
  lines: readonly BookableSession[],
  menus: readonly Menu[],
): MealOffer[] {
  const ofMeal = lines.filter(({ session }) => session.meal === meal);
  const menuOf = new Map(menus.filter((menu) => menu.meal === meal).map((menu) => [menu.day, menu]));
  const days = new Set([...ofMeal.map(({ session }) => session.day), ...menuOf.keys()]);
  return [...days].toSorted().map((day) => {
    const ways = ofMeal
      .filter(({ session }) => session.day === day)
      .toSorted((one, other) => wayOf(one) - wayOf(other));
    const open = ways.filter(({ session }) => session.state === 'SCHEDULED');
    return {
      ...{ day, meal, ways, menu: menuOf.get(day) ?? null },
      capacity: open.reduce((sum, { session }) => sum + session.capacity, 0),
      placesLeft: open.reduce((sum, { placesLeft }) => sum + placesLeft, 0),
    };
  });
}

type Page = Pick<BookablePage, 'centreId' | 'beneficiaryId' | 'from' | 'to'>;

/** The lunches of a centre between two days, as this person may have them. */
export async function lunches(db: Database, viewer: Viewer, page: Page): Promise<MealOffer[]> {
  const [lines, menus] = await Promise.all([
    bookableSessions(db, viewer, { ...page, category: 'MEAL' }),
    lunchMenus(db, page),
  ]);
  return mealOffers(Meal.LUNCH, lines, menus);
}

export const lunchMenus = (
  db: Database,
  { centreId, from, to }: { centreId: CentreId } & Pick<Page, 'from' | 'to'>,
): Promise<Menu[]> => menusBetween(db, { centreId, from, to, meal: Meal.LUNCH });
