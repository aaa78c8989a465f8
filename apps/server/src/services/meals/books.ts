import type { PersonId } from '@linli/domain/access';
import { agree, type KitchenSlip, type Portion, portionsNow } from '@linli/domain/services/meals';
import type { Database } from '../../platform/database/index.js';
import { freezeMeal } from './freeze.js';
import { type AtMeal, type BookLine, booksOfMeal } from './kitchen-sheet.queries.js';

/** What the kitchen works by, and whether it says what the orders say. */
export interface MealBooks {
  /** Of a frozen way the sheet and its slips, of another the orders as they stand. */
  readonly portions: readonly Portion[];
  readonly slips: readonly KitchenSlip[];
  /** The orders themselves. */
  readonly orders: readonly BookLine[];
  readonly agree: boolean;
  readonly personOf: ReadonlyMap<string, PersonId>;
}

const isSlip = (line: BookLine): line is BookLine & KitchenSlip => line.book === 'SLIP';

/** Reads all books of a meal at one moment; a way that is past its cut-off is frozen first. */
export async function readBooks(db: Database, at: AtMeal): Promise<MealBooks> {
  await freezeMeal(db, at);
  const lines = await booksOfMeal(db, at);
  const orders = lines.filter(({ book }) => book === 'ORDER');
  const slips = lines.filter(isSlip);
  const frozen = portionsNow({ rows: lines.filter(({ book }) => book === 'ROW'), slips });
  const open = orders.filter(({ isFrozen }) => !isFrozen);
  return {
    ...{ orders, slips, portions: [...frozen, ...open] },
    agree: agree([...frozen, ...open], orders),
    personOf: new Map(lines.map(({ bookingId, beneficiaryId }) => [bookingId, beneficiaryId])),
  };
}
