import type { CalendarFeedId } from '@linli/domain/notices';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

/** 日曆訂閱 The secret address at which a calendar finds the bookings of one person. */
@ObjectType({ simpleResolvers: true })
export class CalendarFeed {
  @Field(() => ID)
  id: CalendarFeedId;

  @Field(() => DateTime)
  madeAt: Date;

  @Field(() => DateTime, { nullable: true })
  revokedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shown once, in the answer that made it: the house does not know it afterwards.',
  })
  path: string | null;
}

export const CalendarFeedOrRefused = orRefused(CalendarFeed);
