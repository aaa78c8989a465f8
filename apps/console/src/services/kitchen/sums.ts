import type { KitchenSheetQuery, WaysFragment } from '../../gql/graphql';

export type Sheet = KitchenSheetQuery['kitchenSheet'];

export interface Agreement {
  readonly orders: number;
  readonly byTexture: number;
  readonly byWay: readonly [dineIn: number, pickUp: number, delivery: number];
  readonly agrees: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const holds = ({ dineIn, pickUp, delivery, total }: WaysFragment): boolean =>
  dineIn + pickUp + delivery === total;

/** Orders = portions by texture = portions by way: reckoned here from the rows, not taken from the totals' word;
 * and the frozen sheet with its slips must say the same. */
export function agreementOf({
  orders,
  textures,
  totals,
  agrees: kept,
}: Pick<Sheet, 'orders' | 'textures' | 'totals' | 'agrees'>): Agreement {
  const counts = textures.map((row) => row.counts);
  const byWay = [
    sum(counts.map(({ dineIn }) => dineIn)),
    sum(counts.map(({ pickUp }) => pickUp)),
    sum(counts.map(({ delivery }) => delivery)),
  ] as const;
  const byTexture = sum(counts.map(({ total }) => total));
  const agrees =
    kept &&
    orders === byTexture &&
    byTexture === sum(byWay) &&
    totals.total === byTexture &&
    [...counts, totals].every(holds);
  return { orders, byTexture, byWay, agrees };
}
