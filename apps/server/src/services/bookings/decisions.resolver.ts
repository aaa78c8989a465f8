import { can } from '@linli/domain/access';
import {
  type AppealNoShowInput,
  appealNoShowInput,
  type ApproveBookingInput,
  approveBookingInput,
  type ApproveBookingsInput,
  approveBookingsInput,
  type DecideAppealInput,
  decideAppealInput,
  type DeclineBookingInput,
  declineBookingInput,
  type DeclineBookingsInput,
  declineBookingsInput,
  refusalToAppeal,
} from '@linli/domain/services/bookings';
import { type CentreId, centreId } from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { appealNoShow, decideAppeal } from './appeal-no-show.js';
import { targetOf } from './booking-rows.js';
import { Booking, BookingOrRefused } from './booking.type.js';
import { approveBooking, declineBooking } from './decide-booking.js';
import { approveBookings, declineBookings } from './decide-together.js';
import { type DecidedBookings, DecidedBookingsOrRefused } from './group.type.js';
import { batchedAppealOf, openAppealsOf, openRequestsOf } from './no-show-appeal.queries.js';
import { NoShowAppeal } from './no-show-appeal.type.js';

/** What staff decide about a person's booking, and what the person may say against it. */
@Resolver(() => Booking)
export class DecisionsResolver {
  @Allow('DECIDE_BOOKINGS')
  @Query(() => [Booking], {
    description: 'What was asked for and waits for a decision, the most urgent first.',
  })
  openRequests(@Ctx() { db, viewer }: Request, @Arg('centreId', centreId) id: CentreId): Promise<Booking[]> {
    return openRequestsOf(db, viewer, id);
  }

  @Allow('DECIDE_BOOKINGS')
  @Query(() => [Booking], { description: 'No-shows that somebody appealed against, the oldest first.' })
  openAppeals(@Ctx() { db, viewer }: Request, @Arg('centreId', centreId) id: CentreId): Promise<Booking[]> {
    return openAppealsOf(db, viewer, id);
  }

  @Allow('DECIDE_BOOKINGS')
  @Mutation(() => BookingOrRefused)
  approveBooking(
    @Ctx() { db, viewer }: Request,
    @Input(approveBookingInput) input: ApproveBookingInput,
  ): Promise<Booking | Refused> {
    return approveBooking(db, viewer, input);
  }

  @Allow('DECIDE_BOOKINGS')
  @Mutation(() => BookingOrRefused)
  declineBooking(
    @Ctx() { db, viewer }: Request,
    @Input(declineBookingInput) input: DeclineBookingInput,
  ): Promise<Booking | Refused> {
    return declineBooking(db, viewer, input);
  }

  @Allow('DECIDE_BOOKINGS')
  @Mutation(() => DecidedBookingsOrRefused, {
    description: 'All days of a range, or a whole group, or none.',
  })
  approveBookings(
    @Ctx() { db, viewer }: Request,
    @Input(approveBookingsInput) input: ApproveBookingsInput,
  ): Promise<DecidedBookings | Refused> {
    return approveBookings(db, viewer, input);
  }

  @Allow('DECIDE_BOOKINGS')
  @Mutation(() => DecidedBookingsOrRefused, {
    description: 'All days of a range, or a whole group, or none.',
  })
  declineBookings(
    @Ctx() { db, viewer }: Request,
    @Input(declineBookingsInput) input: DeclineBookingsInput,
  ): Promise<DecidedBookings | Refused> {
    return declineBookings(db, viewer, input);
  }

  @Allow('APPEAL_NO_SHOW')
  @Mutation(() => BookingOrRefused)
  appealNoShow(
    @Ctx() { db, viewer }: Request,
    @Input(appealNoShowInput) input: AppealNoShowInput,
  ): Promise<Booking | Refused> {
    return appealNoShow(db, viewer, input);
  }

  @Allow('DECIDE_BOOKINGS')
  @Mutation(() => BookingOrRefused)
  decideAppeal(
    @Ctx() { db, viewer }: Request,
    @Input(decideAppealInput) input: DecideAppealInput,
  ): Promise<Booking | Refused> {
    return decideAppeal(db, viewer, input);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => NoShowAppeal, { nullable: true })
  appeal(@Root() { id }: Booking, @Ctx() request: Request): Promise<NoShowAppeal | null> {
    return batchedAppealOf(request, id);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Boolean, { description: 'The viewer may say now why it is no no-show.' })
  async mayAppeal(@Root() booking: Booking, @Ctx() request: Request): Promise<boolean> {
    if (!can(request.viewer, 'APPEAL_NO_SHOW', targetOf(booking))) return false;
    return !refusalToAppeal(booking.state, await batchedAppealOf(request, booking.id));
  }
}
