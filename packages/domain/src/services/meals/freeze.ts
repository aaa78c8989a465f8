import type { Allergen, Texture } from '../../organisation/people/index.js';
import type { BookingId } from '../bookings/index.js';
import type { MealWay } from '../centres/index.js';

/** One portion as the kitchen cooks it: who it is for is said by the order. */
export interface Portion {
  readonly bookingId: BookingId;
  readonly ticketNumber: string;
  readonly way: MealWay;
  readonly texture: Texture;
  readonly allergies: readonly Allergen[];
  /** Staff took it on their name that clashing dishes will be replaced. */
  readonly overridden: boolean;
}

/** One booking of the meal, whatever became of it. */
export interface MealOrder extends Portion {
  /** It holds a place: the kitchen cooks for it. */
  readonly stands: boolean;
  readonly served: boolean;
  readonly bookedAt: Date;
  readonly bookedBy: string;
  /** When and by whom it was given up, and why. */
  readonly cancelledAt: Date | null;
  readonly cancelledBy: string;
  readonly cancelReason: string | null;
}

/** 增減條 What came after the freeze: +1 to add, −1 to cut, when and by whom. */
export interface KitchenSlip extends Portion {
  readonly at: Date;
  readonly change: 1 | -1;
  readonly by: string;
  readonly reason: string | null;
}

export interface Frozen {
  readonly rows: readonly Portion[];
  readonly slips: readonly KitchenSlip[];
}

const portionOf = (order: Portion): Portion => {
  const { bookingId, ticketNumber, way, texture, allergies, overridden } = order;
  return { bookingId, ticketNumber, way, texture, allergies, overridden };
};

const byTime = (one: KitchenSlip, other: KitchenSlip): number => one.at.getTime() - other.at.getTime();

/**
 * 凍結 The sheet as it was at the cut-off, and the slips between then and now: whoever freezes late freezes the same.
 * One order may be both: added after the freeze, then cut.
 */
export function freeze(orders: readonly MealOrder[], cutOff: Date): Frozen {
  const ever = orders.filter(({ stands, cancelledAt }) => stands || cancelledAt !== null);
  const isLate = (moment: Date | null): moment is Date => moment !== null && moment >= cutOff;
  const rows = ever.filter(
    ({ bookedAt, stands, cancelledAt }) => bookedAt < cutOff && (stands || isLate(cancelledAt)),
  );
  const slips = ever.flatMap((order) => [
    ...(isLate(order.bookedAt) ? [addSlip(order)] : []),
    ...(isLate(order.cancelledAt) ? [cutSlip(order, order.cancelledAt)] : []),
  ]);
  return { rows: rows.map(portionOf), slips: slips.toSorted(byTime) };
}

const addSlip = (order: MealOrder): KitchenSlip => ({
  ...portionOf(order),
  ...{ at: order.bookedAt, change: 1, by: order.bookedBy, reason: null },
});

const cutSlip = (order: MealOrder, at: Date): KitchenSlip => ({
  ...portionOf(order),
  ...{ at, change: -1, by: order.cancelledBy, reason: order.cancelReason },
});

/** What decides how it is cooked and where it goes. */
const needsOf = ({ way, texture, allergies, overridden }: Portion): string =>
  JSON.stringify([way, texture, allergies.toSorted(), overridden]);

/**
 * The slips that a change of one order writes once its way is frozen. Who eats something else than before is cut as
 * they were and added as they are.
 */
export function slipsOfChange(
  before: MealOrder | undefined,
  after: MealOrder,
  signed: Pick<KitchenSlip, 'at' | 'by' | 'reason'>,
): KitchenSlip[] {
  const stood = before?.stands === true;
  if (stood && after.stands && needsOf(before) === needsOf(after)) return [];
  return [
    ...(stood ? [{ ...portionOf(before), ...signed, change: -1 as const }] : []),
    ...(after.stands ? [{ ...portionOf(after), ...signed, change: 1 as const }] : []),
  ];
}

/** What is cooked now: the sheet as it was frozen, and the slips since, in the order in which they were written. */
export function portionsNow({ rows, slips }: Frozen): Portion[] {
  const now = new Map(rows.map((row) => [row.bookingId, row]));
  for (const slip of slips) {
    if (slip.change === 1) now.set(slip.bookingId, portionOf(slip));
    else now.delete(slip.bookingId);
  }
  return [...now.values()];
}

/** Two books say the same: the same portions for the same orders. */
export function agree(one: readonly Portion[], other: readonly Portion[]): boolean {
  const lines = (portions: readonly Portion[]) =>
    portions.map((portion) => `${portion.bookingId} ${needsOf(portion)}`).toSorted();
  return JSON.stringify(lines(one)) === JSON.stringify(lines(other));
}
