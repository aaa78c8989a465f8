import { type SessionId, sessionId } from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Int, Resolver, Root, Subscription } from 'type-graphql';
import { Allow, Arg, follow, type Request } from '../../platform/graphql/index.js';
import { Session, sessionById } from '../centres/index.js';
import { Booking } from './booking.entity.js';
import { bookingsOfSession, takenOfSession } from './booking.queries.js';

/** What bookings know of a session; centres know nothing of bookings. */
@Resolver(() => Session)
export class SessionBookingsResolver {
  @Allow('BROWSE_SESSIONS')
  @FieldResolver(() => Int)
  async placesLeft(@Root() session: Session, @Ctx() request: Request): Promise<number> {
    return session.capacity - (await takenOfSession(request, session.id));
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => [Booking])
  bookings(@Root() session: Session, @Ctx() request: Request): Promise<Booking[]> {
    return bookingsOfSession(request, session.id);
  }

  @Allow('BROWSE_SESSIONS')
  @Subscription(() => Session, { subscribe: follow('id') })
  sessionChanged(@Ctx() { db }: Request, @Arg('id', sessionId) id: SessionId): Promise<Session> {
    return sessionById(db, id);
  }
}
