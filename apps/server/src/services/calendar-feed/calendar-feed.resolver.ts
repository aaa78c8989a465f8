import {
  type MakeCalendarFeedInput,
  makeCalendarFeedInput,
  type RevokeCalendarFeedInput,
  revokeCalendarFeedInput,
} from '@linli/domain/notices';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { CalendarFeed, CalendarFeedOrRefused } from './calendar-feed.type.js';
import { calendarFeedOf, makeCalendarFeed, revokeCalendarFeed } from './feeds.js';

@Resolver()
export class CalendarFeedResolver {
  @Allow('MANAGE_OWN_ACCOUNT')
  @Query(() => CalendarFeed, { nullable: true })
  calendarFeed(@Ctx() { db, viewer }: Request): Promise<CalendarFeed | null> {
    return calendarFeedOf(db, viewer);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => CalendarFeedOrRefused, {
    description: 'Makes the address, or another one: the one before is void at once.',
  })
  makeCalendarFeed(
    @Ctx() { db, viewer }: Request,
    @Input(makeCalendarFeedInput) { id }: MakeCalendarFeedInput,
  ): Promise<CalendarFeed | Refused> {
    return makeCalendarFeed(db, viewer, id);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => CalendarFeedOrRefused)
  revokeCalendarFeed(
    @Ctx() { db, viewer }: Request,
    @Input(revokeCalendarFeedInput) { id }: RevokeCalendarFeedInput,
  ): Promise<CalendarFeed> {
    return revokeCalendarFeed(db, viewer, id);
  }
}
