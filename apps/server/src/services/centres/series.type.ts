import type { PlainDate } from '@linli/domain/base';
import {
  type CentreId,
  DayNote,
  type RestingDay,
  type SeriesId,
  type ServiceId,
} from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

/** 班 Dates of a service that are joined together. */
@ObjectType({ simpleResolvers: true })
export class Series {
  @Field(() => ID)
  id: SeriesId;

  @Field(() => ID)
  serviceId: ServiceId;

  centreId: CentreId;

  @Field(() => String)
  name: string;

  @Field(() => [Int], { description: '1 Monday … 7 Sunday.' })
  weekdays: number[];

  @Field(() => String)
  starts: string;

  @Field(() => String)
  ends: string;

  @Field(() => Int)
  capacity: number;

  fromDay: PlainDate;

  @Field(() => Int, { description: 'How many dates it has in all.' })
  times: number;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which one joins.' })
  joinUntil: PlainDate | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was stopped before its end.' })
  closedAt: Date | null;

  @Field(() => String, { nullable: true })
  closeReason: string | null;
}

export const SeriesOrRefused = orRefused(Series);

@ObjectType({ simpleResolvers: true, description: 'A day on which the class would meet, and does not.' })
export class SeriesRestingDay implements RestingDay {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DayNote)
  note: DayNote;

  @Field(() => String, { nullable: true })
  holiday: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The dates that a class would have.' })
export class SeriesPreview {
  @Field(() => [DateScalar])
  days: PlainDate[];

  @Field(() => [SeriesRestingDay])
  resting: readonly SeriesRestingDay[];
}

export const SeriesPreviewOrRefused = orRefused(SeriesPreview);
