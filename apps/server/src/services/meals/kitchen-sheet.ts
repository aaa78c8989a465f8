import { timeOf } from '@linli/domain/services/centres';
import { kitchenSheet } from '@linli/domain/services/meals';
import type { Viewer } from '@linli/domain/access';
import { recordRead } from '../../access/audit/index.js';
import type { Database } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import { menusBetween } from '../menus/index.js';
import { readBooks } from './books.js';
import { type AtMeal, type WayTimes, waysOfMeal } from './kitchen-sheet.queries.js';
import type { KitchenSheet, WayFreeze } from './kitchen-sheet.type.js';

/** What the kitchen cooks for one meal: of a way that is frozen the sheet and its slips, of another the orders. */
export async function sheetOfMeal(db: Database, viewer: Viewer, at: AtMeal): Promise<KitchenSheet> {
  const { centreId, day, meal } = at;
  const asOf = new Date();
  const centre = await centreFor(db, viewer, 'SEE_KITCHEN', centreId);
  const books = await readBooks(db, at);
  const [ways, [menu = null]] = await Promise.all([
    waysOfMeal(db, at),
    menusBetween(db, { centreId, from: day, to: day, meal }),
  ]);
  const { portions, slips, orders, personOf } = books;
  // Allergies are confidential: that this person was shown them is on the trail.
  await recordRead(db, viewer, {
    action: 'KITCHEN_SHEET_SHOWN',
    subjectKind: 'RESIDENT',
    ids: [...portions, ...slips]
      .filter(({ allergies }) => allergies.length > 0)
      .flatMap(({ bookingId }) => personOf.get(bookingId) ?? []),
    places: { centreIds: [centreId] },
  });
  return {
    ...{ centre, day, meal, menu, slips, asOf, agrees: books.agree },
    ...kitchenSheet(portions, menu?.dishes ?? []),
    freezes: ways.map(freezeOf),
    orders: orders.length,
    served: orders.filter(({ served }) => served).length,
  };
}

const freezeOf = ({ way, freezesAt, frozenAt, startsAt, endsAt }: WayTimes): WayFreeze => ({
  ...{ way, freezesAt, frozenAt },
  frozen: frozenAt !== null,
  serves: `${timeOf(startsAt)}–${timeOf(endsAt)}`,
});
