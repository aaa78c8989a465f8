import type { Shape } from '../../shell/fit';
import type { Lunch } from '../scene';

export type Seat = 'arrived' | 'booked' | 'free';

/** One entry a seat: those who are here first, then those who are to come, then what is free. */
export const seatsOf = ({
  capacity,
  taken,
  checkedIn,
}: Pick<Lunch, 'capacity' | 'taken' | 'checkedIn'>): Seat[] =>
  Array.from({ length: capacity }, (_, i) => (i < checkedIn ? 'arrived' : i < taken ? 'booked' : 'free'));

/** Squares to a row at most: a wide wall is seen from further away, and has room for larger ones. */
const MOST_IN_A_ROW: Readonly<Record<Shape, number>> = { normal: 32, wide: 20, tall: 32 };

/** How many squares to a row, so that the rows are full and few. */
export function columnsOf(capacity: number, shape: Shape): number {
  const rows = Math.max(1, Math.ceil(capacity / MOST_IN_A_ROW[shape]));
  return Math.max(1, Math.ceil(capacity / rows));
}
