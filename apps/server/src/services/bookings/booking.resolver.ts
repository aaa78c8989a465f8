import { type PersonId, personId } from '@linli/domain/access';
import { pageSize, type PlainDate, plainDate, words } from '@linli/domain/base';
import {
  type BookAndCheckInInput,
  bookAndCheckInInput,
  type BookingId,
  bookingId,
  BookingTime,
  type BookInput,
  bookInput,
  type CancelBookingInput,
  cancelBookingInput,
  type CheckInInput,
  checkInInput,
  type UndoCheckInInput,
  undoCheckInInput,
} from '@linli/domain/services/bookings';
import {
  type CentreId,
  centreId,
  dayRange,
  ServiceCategory,
  type ServiceId,
  serviceId,
} from '@linli/domain/services/centres';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, badUserInput, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Straight } from '../../platform/straight/index.js';
import { bookAndCheckIn } from './book-and-check-in.js';
import { book } from './book.js';
import { BookableSession } from './bookable-session.type.js';
import { bookableSessions } from './bookable-sessions.js';
import { BookingConnection, bookingsPage } from './booking-connection.js';
import { bookingById } from './booking.queries.js';
import { straightBooking } from './booking.straight.js';
import { Booking, BookingOrRefused } from './booking.type.js';
import { cancelBooking } from './cancel-booking.js';
import { checkIn, undoCheckIn } from './check-in.js';

type Maybe<Value> = Value | null | undefined;
const category = z.enum(ServiceCategory).nullish();
const cursor = words(200).nullish();

@Resolver()
export class BookingResolver {
  @Straight(straightBooking)
  @Allow('SEE_BOOKINGS')
  @Query(() => Booking)
  booking(@Ctx() { db, viewer }: Request, @Arg('id', bookingId) id: BookingId): Promise<Booking> {
    return bookingById(db, viewer, id);
  }

  @Allow('SEE_BOOKINGS')
  @Query(() => BookingConnection)
  bookings(
    @Ctx() { db, viewer }: Request,
    @Arg('when', z.enum(BookingTime)) when: BookingTime,
    @Arg('first', pageSize) first: number,
    @Arg('after', cursor) after: Maybe<string>,
    @Arg('beneficiaryId', personId.nullish()) beneficiaryId: Maybe<PersonId>,
  ): Promise<BookingConnection> {
    const page = { when, first, after: after ?? null, beneficiaryId: beneficiaryId ?? null };
    return bookingsPage(db, viewer, page);
  }

  @Allow('BOOK')
  @Query(() => [BookableSession])
  bookableSessions(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
    @Arg('category', category) categoryWanted: Maybe<ServiceCategory>,
    @Arg('serviceId', serviceId.nullish()) serviceWanted: Maybe<ServiceId>,
  ): Promise<BookableSession[]> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    const page = { ...data, beneficiaryId, category: categoryWanted, serviceId: serviceWanted };
    return bookableSessions(db, viewer, { ...page, centreId: centre });
  }

  @Allow('BOOK')
  @Mutation(() => BookingOrRefused)
  book(@Ctx() { db, viewer }: Request, @Input(bookInput) input: BookInput): Promise<Booking | Refused> {
    return book(db, viewer, input);
  }

  @Allow('BOOK_AT_COUNTER')
  @Mutation(() => BookingOrRefused)
  bookAndCheckIn(
    @Ctx() { db, viewer }: Request,
    @Input(bookAndCheckInInput) input: BookAndCheckInInput,
  ): Promise<Booking | Refused> {
    return bookAndCheckIn(db, viewer, input);
  }

  @Allow('CANCEL_BOOKING')
  @Mutation(() => BookingOrRefused)
  cancelBooking(
    @Ctx() { db, viewer }: Request,
    @Input(cancelBookingInput) input: CancelBookingInput,
  ): Promise<Booking | Refused> {
    return cancelBooking(db, viewer, input);
  }

  @Allow('CHECK_IN')
  @Mutation(() => BookingOrRefused)
  checkIn(
    @Ctx() { db, viewer }: Request,
    @Input(checkInInput) input: CheckInInput,
  ): Promise<Booking | Refused> {
    return checkIn(db, viewer, input);
  }

  @Allow('CHECK_IN')
  @Mutation(() => BookingOrRefused)
  undoCheckIn(
    @Ctx() { db, viewer }: Request,
    @Input(undoCheckInInput) input: UndoCheckInInput,
  ): Promise<Booking | Refused> {
    return undoCheckIn(db, viewer, input);
  }
}
