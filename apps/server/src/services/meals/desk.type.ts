import type { PlainDate } from '@linli/domain/base';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, DateTime } from '../../platform/graphql/index.js';
import { Booking } from '../bookings/index.js';
import { Centre, Session } from '../centres/index.js';

/** 今日前台 One day of a centre: what is on, and who is expected. */
@ObjectType({ simpleResolvers: true })
export class Desk {
  @Field(() => Centre)
  centre: Centre;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => [Session])
  sessions: Session[];

  @Field(() => [Booking])
  arrivals: Booking[];

  @Field(() => DateTime)
  asOf: Date;

  @Field(() => String)
  cursor: string;
}
