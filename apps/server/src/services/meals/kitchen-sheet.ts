import { timeOf } from '@linli/domain/services/centres';
import { kitchenSheet } from '@linli/domain/services/meals';
import type { Viewer } from '@linli/domain/access';
import { recordRead } from '../../access/audit/index.js';
import type { Database } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import { menusBetween } from '../menus/index.js';
import { type AtMeal, ordersOfMeal, type WayTimes, waysOfMeal } from './kitchen-sheet.queries.js';
import type { KitchenSheet, WayFreeze } from './kitchen-sheet.type.js';

/** What the kitchen cooks for one meal, from the orders as they stand. */
export async function sheetOfMeal(db: Database, viewer: Viewer, at: AtMeal): Promise<KitchenSheet> {
  const { centreId, day, meal } = at;
  const asOf = new Date();
  const centre = await centreFor(db, viewer, 'SEE_KITCHEN', centreId);
  const [ways, orders, [menu = null]] = await Promise.all([
    waysOfMeal(db, at),
    ordersOfMeal(db, at),
    menusBetween(db, { centreId, from: day, to: day, meal }),
  ]);
  // Allergies are confidential: that this person was shown them is on the trail.
  await recordRead(db, viewer, {
    action: 'KITCHEN_SHEET_SHOWN',
    subjectKind: 'resident',
    ids: orders.filter(({ allergies }) => allergies.length > 0).map(({ beneficiaryId }) => beneficiaryId),
    places: { centreIds: [centreId] },
  });
  const freezes = Object.fromEntries(ways.map(({ way, freezesAt }) => [way, freezesAt]));
  const sheet = kitchenSheet(orders, menu?.dishes ?? [], freezes);
  return { ...sheet, centre, day, meal, menu, freezes: ways.map(freezeOf), asOf };
}

const freezeOf = ({ way, freezesAt, startsAt, endsAt, now }: WayTimes): WayFreeze => ({
  way,
  freezesAt,
  frozen: now >= freezesAt,
  serves: `${timeOf(startsAt)}–${timeOf(endsAt)}`,
});
