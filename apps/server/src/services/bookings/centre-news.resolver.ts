import { type CentreId, centreId } from '@linli/domain/services/centres';
import { Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { MAX_CURSOR, type NewsItem } from '../../platform/events/index.js';
import { Allow, Arg, follow, News, newsOf, SameForAll } from '../../platform/graphql/index.js';

@Resolver()
export class CentreNewsResolver {
  /** For everyone who may look at services: there are only ids in it. */
  @SameForAll()
  @Allow('BROWSE_SERVICES')
  @Subscription(() => News, {
    subscribe: follow('centreId'),
    description: "Everything that changes a centre's day: bookings, check-ins, menus, sessions.",
  })
  centreNews(
    @Root() item: NewsItem,
    @Arg('centreId', centreId) _centreId: CentreId,
    @Arg('after', z.string().max(MAX_CURSOR).nullish()) _after: string | null | undefined,
  ): News {
    return newsOf(item);
  }
}
