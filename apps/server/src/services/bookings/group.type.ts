import type { BookingGroupId } from '@linli/domain/services/bookings';
import { Field, ID, ObjectType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';
import { Booking } from './booking.type.js';

/** 團體預約 Those who were booked together. */
@ObjectType({ simpleResolvers: true })
export class BookingGroup {
  @Field(() => ID)
  id: BookingGroupId;

  @Field(() => [Booking])
  bookings: Booking[];
}

@ObjectType({ simpleResolvers: true, description: 'What was decided about in one act, by time.' })
export class DecidedBookings {
  @Field(() => [Booking])
  bookings: Booking[];
}

export const DecidedBookingsOrRefused = orRefused(DecidedBookings);

export const BookingGroupOrRefused = orRefused(BookingGroup);
