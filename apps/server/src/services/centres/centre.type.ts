import type { PlainDate } from '@linli/domain/base';
import type { CentreId } from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

@ObjectType({
  simpleResolvers: true,
  description: '`weekday` 1 Monday … 7 Sunday; times as HH:MM in China.',
})
export class OpeningHours {
  @Field(() => Int)
  weekday: number;

  @Field(() => String)
  opens: string;

  @Field(() => String)
  closes: string;
}

@ObjectType({ simpleResolvers: true })
export class ClosedDay {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => String)
  reason: string;
}

/** What closing a day did; after it was opened again, nothing of it is left. */
@ObjectType({ simpleResolvers: true })
export class DayClosed {
  @Field(() => ID)
  centreId: CentreId;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Int)
  cancelledSessions: number;

  @Field(() => Int)
  cancelledBookings: number;
}

export const DayClosedOrRefused = orRefused(DayClosed);
