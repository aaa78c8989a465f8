import { BookingMove, isStaffChannel } from '@linli/domain/services/bookings';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Resident, residentOf } from '../../organisation/people/index.js';
import { Allow, type Request } from '../../platform/graphql/index.js';
import { Session } from '../centres/index.js';
import { Price, priceOfRow } from '../pricing/index.js';
import { placeOf } from './booking-rows.js';
import { movesOf } from './booking.queries.js';
import { Booking } from './booking.type.js';
import { isVisit, sessionOf } from './session-places.queries.js';

/** What a booking shows beyond its row. */
@Resolver(() => Booking)
export class BookingFieldsResolver {
  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Session)
  session(@Root() { session, sessionId }: Booking, @Ctx() request: Request): Session | Promise<Session> {
    return session ?? sessionOf(request, sessionId);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Resident)
  beneficiary(@Root() booking: Booking, @Ctx() request: Request): Promise<Resident> {
    return residentOf(request, { id: booking.beneficiaryId, at: placeOf(booking) });
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Boolean)
  bookedByStaff(@Root() { channel }: Booking): boolean {
    return isStaffChannel(channel);
  }

  /** As it was when it was booked: a later rule changes no past price. */
  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Price)
  price(@Root() booking: Booking): Price {
    return priceOfRow(booking);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => [BookingMove], {
    description: 'What the viewer may do to it now: a button that shows is an act that succeeds.',
  })
  async viewerCan(@Root() booking: Booking, @Ctx() request: Request): Promise<BookingMove[]> {
    return movesOf(request.viewer, booking, { isVisit: await isVisit(request, booking.sessionId) });
  }
}
