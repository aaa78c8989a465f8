import type { BookingId } from '@linli/domain/services/bookings';
import { one, type StraightQuery } from '../../platform/straight/index.js';
import { bookingRows, bookingShape } from './booking.shape.js';

export const straightBooking: StraightQuery<{ id: BookingId }> = {
  parameters: (_viewer, { id }) => ({ id }),
  answer: (asking) => one(bookingShape(asking), bookingRows(asking, 'booking.id = :id::uuid')),
};
