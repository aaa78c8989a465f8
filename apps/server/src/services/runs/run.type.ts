import type { PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { BookingRunId, Channel } from '@linli/domain/services/bookings';
import type { SeriesId, ServiceId } from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

/** 連報 One person's bookings of one act: all dates of a class, or every day of a range. */
@ObjectType({ simpleResolvers: true })
export class BookingRun {
  @Field(() => ID)
  id: BookingRunId;

  serviceId: ServiceId;

  @Field(() => ID, { nullable: true, description: 'The class that was joined; null: a range of days.' })
  seriesId: SeriesId | null;

  beneficiaryId: PersonId;
  channel: Channel;

  @Field(() => DateScalar)
  fromDay: PlainDate;

  @Field(() => DateScalar)
  toDay: PlainDate;

  @Field(() => Int, { description: 'How many dates were taken.' })
  places: number;

  @Field(() => DateTime)
  bookedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When all that remained was given back.' })
  leftAt: Date | null;

  @Field(() => String, { nullable: true })
  leaveReason: string | null;
}

export const BookingRunOrRefused = orRefused(BookingRun);
