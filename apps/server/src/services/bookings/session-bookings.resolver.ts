import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Allow, type Request } from '../../platform/graphql/index.js';
import { Session } from '../centres/index.js';
import { placesOf } from './session-places.queries.js';

/** What bookings know of a session; centres know nothing of bookings. */
@Resolver(() => Session)
export class SessionBookingsResolver {
  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Int)
  async taken(@Root() session: Session, @Ctx() request: Request): Promise<number> {
    return (await placesOf(request, session)).taken;
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Int)
  async placesLeft(@Root() session: Session, @Ctx() request: Request): Promise<number> {
    return session.capacity - (await placesOf(request, session)).taken;
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Int)
  async checkedIn(@Root() session: Session, @Ctx() request: Request): Promise<number> {
    return (await placesOf(request, session)).checkedIn;
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Int)
  async waiting(@Root() session: Session, @Ctx() request: Request): Promise<number> {
    return (await placesOf(request, session)).waiting;
  }
}
