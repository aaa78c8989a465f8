import { type SessionId, sessionId } from '@linli/domain/services/centres';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { Session } from './session.entity.js';
import { sessionById } from './session.queries.js';

@Resolver()
export class SessionResolver {
  @Allow('BROWSE_SESSIONS')
  @Query(() => Session)
  session(@Ctx() { db }: Request, @Arg('id', sessionId) id: SessionId): Promise<Session> {
    return sessionById(db, id);
  }
}
