import { type PersonId, personId } from '@linli/domain/access';
import { pageSize } from '@linli/domain/base';
import {
  type BookingId,
  bookingId,
  type BookInput,
  bookInput,
  type CancelBookingInput,
  cancelBookingInput,
} from '@linli/domain/services/bookings';
import { type CentreId, centreId } from '@linli/domain/services/centres';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { book } from './book.js';
import { Booking, BookingOrRefused } from './booking.entity.js';
import { bookingById, sessionsToBook } from './booking.queries.js';
import { cancelBooking } from './cancel-booking.js';
import { SessionToBook } from './session-to-book.type.js';

@Resolver()
export class BookingResolver {
  @Allow('SEE_BOOKINGS')
  @Query(() => Booking)
  booking(@Ctx() { db, viewer }: Request, @Arg('id', bookingId) id: BookingId): Promise<Booking> {
    return bookingById(db, viewer, id);
  }

  @Allow('BOOK')
  @Query(() => [SessionToBook])
  sessionsToBook(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centreId: CentreId,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
    @Arg('first', pageSize) first: number,
  ): Promise<SessionToBook[]> {
    return sessionsToBook(db, viewer, { centreId, beneficiaryId, first });
  }

  @Allow('BOOK')
  @Mutation(() => BookingOrRefused)
  book(@Ctx() { db, viewer }: Request, @Input(bookInput) input: BookInput): Promise<Booking | Refused> {
    return book(db, viewer, input);
  }

  @Allow('CANCEL_BOOKING')
  @Mutation(() => BookingOrRefused)
  cancelBooking(
    @Ctx() { db, viewer }: Request,
    @Input(cancelBookingInput) input: CancelBookingInput,
  ): Promise<Booking | Refused> {
    return cancelBooking(db, viewer, input);
  }
}
