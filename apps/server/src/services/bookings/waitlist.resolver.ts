import {
  type AcceptOfferInput,
  acceptOfferInput,
  type JoinWaitlistInput,
  joinWaitlistInput,
} from '@linli/domain/services/bookings';
import { type SessionId, sessionId } from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { acceptOffer } from './accept-offer.js';
import { Booking, BookingOrRefused } from './booking.type.js';
import { joinWaitlist } from './join-waitlist.js';
import { positionOf, waitlistOf } from './waitlist.queries.js';

@Resolver(() => Booking)
export class WaitlistResolver {
  @Allow('BOOK')
  @Mutation(() => BookingOrRefused, { description: 'Waits for a place of a full session.' })
  joinWaitlist(
    @Ctx() { db, viewer }: Request,
    @Input(joinWaitlistInput) input: JoinWaitlistInput,
  ): Promise<Booking | Refused> {
    return joinWaitlist(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => BookingOrRefused, {
    description: 'Takes the place that is held; to leave it is `cancelBooking`.',
  })
  acceptOffer(
    @Ctx() { db, viewer }: Request,
    @Input(acceptOfferInput) input: AcceptOfferInput,
  ): Promise<Booking | Refused> {
    return acceptOffer(db, viewer, input);
  }

  @Allow('CHECK_IN')
  @Query(() => [Booking], {
    description: 'Who is offered a place of a session and who waits for one, in their order.',
  })
  waitlist(@Ctx() { db, viewer }: Request, @Arg('sessionId', sessionId) id: SessionId): Promise<Booking[]> {
    return waitlistOf(db, viewer, id);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Int, { nullable: true, description: 'Of whoever waits: 1 is next.' })
  waitlistPosition(@Root() { id, state }: Booking, @Ctx() request: Request): Promise<number | null> | null {
    return state === 'WAITLISTED' ? positionOf(request, id) : null;
  }
}
