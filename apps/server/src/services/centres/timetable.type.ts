import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import { DayNote, PlannedChange } from '@linli/domain/services/centres';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';
import { Service } from './service.entity.js';

registerEnumType(DayNote, {
  name: 'DayNote',
  description:
    'REGULAR workday, weekend REST, statutory HOLIDAY, make-up WORKDAY, the centre CLOSED, or a year whose calendar is UNPUBLISHED.',
});
registerEnumType(PlannedChange, { name: 'PlannedChange' });

@ObjectType({ simpleResolvers: true })
export class PlannedSession {
  @Field(() => String)
  starts: string;

  @Field(() => String)
  ends: string;

  @Field(() => Int)
  capacity: number;

  @Field(() => PlannedChange)
  change: PlannedChange;

  /** Live bookings that stand on it now. */
  @Field(() => Int)
  booked: number;
}

@ObjectType({ simpleResolvers: true })
export class PlannedDay {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DayNote)
  note: DayNote;

  @Field(() => String, { nullable: true })
  holiday: string | null;

  @Field(() => [PlannedSession])
  sessions: PlannedSession[];
}

@ObjectType({ simpleResolvers: true })
export class TimetableProblem {
  /** The place of the slot in the list, from 0. */
  @Field(() => Int)
  slot: number;

  @Field(() => Refusal)
  code: Refusal;

  /** What is in the way, and until when. */
  @Field(() => GraphQLJSONObject)
  details: Readonly<Record<string, string | number>>;
}

/** What publishing would do. Sessions of the service after the range that was asked for are part of it. */
@ObjectType({ simpleResolvers: true })
export class TimetablePreview {
  @Field(() => [PlannedDay])
  days: PlannedDay[];

  @Field(() => Int)
  added: number;

  @Field(() => Int)
  removed: number;

  @Field(() => Int)
  kept: number;

  @Field(() => Int)
  affectedBookings: number;

  @Field(() => [TimetableProblem])
  problems: TimetableProblem[];
}

@ObjectType({ simpleResolvers: true })
export class TimetablePublished {
  @Field(() => Service)
  service: Service;

  @Field(() => Int)
  added: number;

  @Field(() => Int)
  removed: number;

  @Field(() => Int)
  kept: number;

  @Field(() => Int)
  cancelledBookings: number;
}

export const TimetablePublishedOrRefused = orRefused(TimetablePublished);
