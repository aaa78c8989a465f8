import { type Asking, one, type Part, select } from '../../platform/straight/index.js';
import { isComing, isPending } from './booking.queries.js';
import { bookingRows, bookingShape } from './booking.shape.js';

const rowsOf = (asking: Asking, beneficiary: string) =>
  bookingRows(asking, `booking.beneficiary_id = ${beneficiary} AND ${isComing}`);

/** What a person goes to next, before what they are at already. */
export const nextBookingPart = (asking: Asking, beneficiary: string): Part =>
  one(bookingShape(asking), {
    ...rowsOf(asking, beneficiary),
    order: `${isPending}, booking.state = 'CHECKED_IN', session.starts_at, booking.id`,
    limit: 1,
  });

/** How many bookings they have to come. */
export const comingCount = (asking: Asking, beneficiary: string): string =>
  `(${select('count(*)', rowsOf(asking, beneficiary))})`;
