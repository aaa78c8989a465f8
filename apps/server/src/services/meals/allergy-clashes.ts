import type { CentreId, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Allergen, Texture } from '@linli/domain/organisation/people';
import { type BookingId, statesStillToCome } from '@linli/domain/services/bookings';
import type { Meal, SessionId } from '@linli/domain/services/centres';
import { clashesWith, isOpenClash } from '@linli/domain/services/meals';
import { recordRead } from '../../access/audit/index.js';
import { type Database, literals, statement } from '../../platform/database/index.js';
import { arrivalsOf } from '../bookings/index.js';
import { centreFor } from '../centres/index.js';
import { type Menu, menusBetween } from '../menus/index.js';
import type { AllergyClash } from './allergy.type.js';

interface Days {
  readonly centreId: CentreId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

interface AllergicOrder {
  readonly bookingId: BookingId;
  readonly sessionId: SessionId;
  readonly beneficiaryId: PersonId;
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly texture: Texture;
  readonly allergies: readonly Allergen[];
  /** When somebody last took it on their name. */
  readonly signedAt: Date | null;
  readonly dishesChangedAt: Date | null;
}

const columns = `
  booking.id AS booking_id, booking.session_id, booking.beneficiary_id, session.day, service.meal,
  coalesce(booking.texture, resident.texture) AS texture, resident.allergies, menu.changed_at AS dishes_changed_at,
  coalesce(
    (SELECT max(at) FROM allergy_answer WHERE booking_id = booking.id),
    CASE WHEN booking.allergy_overridden THEN booking.booked_at END
  ) AS signed_at`;

const withMenu = `
  session
  JOIN service ON service.id = session.service_id
  JOIN menu ON menu.centre_id = session.centre_id AND menu.day = session.day AND menu.meal = service.meal
  JOIN booking ON booking.session_id = session.id
  JOIN resident ON resident.id = booking.beneficiary_id AND cardinality(resident.allergies) > 0`;

const allergicOrders = statement<Days, AllergicOrder>({
  name: 'allergic-orders',
  text: `
    SELECT ${columns} FROM ${withMenu}
    WHERE session.centre_id = :centreId AND session.day BETWEEN :from AND :to AND session.ends_at > now()
      AND booking.state IN (${literals(statesStillToCome)})
    ORDER BY session.day, booking.ticket_number, booking.id`,
});

const allergicOrder = statement<{ id: BookingId }, AllergicOrder>({
  name: 'allergic-order',
  text: `SELECT ${columns} FROM ${withMenu} WHERE booking.id = :id`,
});

/** What of the menu this person must not get, where nobody has signed for it since the dishes changed. */
function openClash(order: AllergicOrder, menus: readonly Menu[]) {
  const menu = menus.find(({ day, meal }) => day === order.day && meal === order.meal);
  const clashing = menu?.dishes.filter((dish) => clashesWith(dish, order)) ?? [];
  const dishes = clashing.map(({ name }) => name);
  if (!isOpenClash({ ...order, clashes: dishes })) return undefined;
  const allergens = order.allergies.filter((allergen) =>
    clashing.some((dish) => dish.allergens.includes(allergen)),
  );
  return { dishes, allergens };
}

/** The open clash of one order, for who is about to sign for it. */
export async function openClashOf(db: Database, id: BookingId, centreId: CentreId) {
  const [order] = await allergicOrder(db, { id });
  if (!order) return undefined;
  const { day, meal } = order;
  return openClash(order, await menusBetween(db, { centreId, from: day, to: day, meal }));
}

/** Whom to tell: the dishes changed after they ordered, and clash with their allergies. */
export async function allergyClashes(db: Database, viewer: Viewer, days: Days): Promise<AllergyClash[]> {
  await centreFor(db, viewer, 'CHECK_IN', days.centreId);
  const [orders, menus] = await Promise.all([
    allergicOrders(db, days),
    menusBetween(db, { ...days, meal: null }),
  ]);
  const open = orders.flatMap((order) => {
    const clash = openClash(order, menus);
    return clash ? [{ ...order, ...clash }] : [];
  });
  await recordRead(db, viewer, {
    ...{ action: 'ALLERGY_CLASHES_SHOWN', subjectKind: 'resident' },
    ids: open.map(({ beneficiaryId }) => beneficiaryId),
    places: { centreIds: [days.centreId] },
  });
  const daysWithSome = [...new Set(open.map(({ day }) => day))];
  const bookings = await Promise.all(
    daysWithSome.map((day) => arrivalsOf(db, viewer, { centreId: days.centreId, day })),
  );
  const byId = new Map(bookings.flat().map((booking) => [booking.id, booking]));
  return open.flatMap(({ bookingId, day, meal, dishes, allergens }) => {
    const booking = byId.get(bookingId);
    return booking ? [{ booking, day, meal, dishes, allergens }] : [];
  });
}
