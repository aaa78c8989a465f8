import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId, dayRange, type SessionId, sessionId } from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, badUserInput, type Request } from '../../platform/graphql/index.js';
import { Service } from './service.entity.js';
import { serviceOf } from './service.queries.js';
import { Session } from './session.entity.js';
import { sessionFor, sessionsOf } from './session.queries.js';

@Resolver(() => Session)
export class SessionResolver {
  @Allow('BROWSE_SERVICES')
  @Query(() => [Session])
  sessions(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<Session[]> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return sessionsOf(db, viewer, { centreId: id, ...data });
  }

  @Allow('BROWSE_SERVICES')
  @Query(() => Session)
  session(@Ctx() { db, viewer }: Request, @Arg('id', sessionId) id: SessionId): Promise<Session> {
    return sessionFor(db, viewer, 'BROWSE_SERVICES', id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Service)
  service(@Root() { serviceId }: Session, @Ctx() request: Request): Promise<Service> {
    return serviceOf(request, serviceId);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => String)
  async title(@Root() { serviceId }: Session, @Ctx() request: Request): Promise<string> {
    return (await serviceOf(request, serviceId)).name;
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => String)
  async place(@Root() { serviceId }: Session, @Ctx() request: Request): Promise<string> {
    return (await serviceOf(request, serviceId)).place;
  }
}
