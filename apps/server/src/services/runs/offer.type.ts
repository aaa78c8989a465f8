import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { BookingRunId } from '@linli/domain/services/bookings';
import { DayOfRange, type ToldDay } from '@linli/domain/services/runs';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';
import { BookableSession } from '../bookings/index.js';
import { Series, Session } from '../centres/index.js';

registerEnumType(DayOfRange, {
  name: 'DayOfRange',
  description: 'NOT_YET: sessions are written as far as some weeks ahead, and this day is later.',
});

@ObjectType({ simpleResolvers: true, description: 'What all of it costs, in 分.' })
export class TotalPrice {
  @Field(() => Int)
  fullFen: number;

  @Field(() => Int)
  subsidyFen: number;

  @Field(() => Int)
  payFen: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A class, for one person: `refusal` null means that joining it now succeeds.',
})
export class SeriesOffer {
  @Field(() => Series)
  series: Series;

  @Field(() => [Session], { description: 'The dates that one would have: all that are still to come.' })
  dates: Session[];

  @Field(() => Int, { description: 'Of the date with the fewest.' })
  placesLeft: number;

  @Field(() => TotalPrice)
  total: TotalPrice;

  @Field(() => Refusal, { nullable: true })
  refusal: Refusal | null;

  @Field(() => GraphQLJSONObject, { description: '`onDay`: the first day that cannot be had.' })
  refusalDetails: Readonly<Record<string, string | number>>;

  @Field(() => ID, { nullable: true, description: 'The person is in it already.' })
  runId: BookingRunId | null;
}

@ObjectType({ simpleResolvers: true })
export class RangeDay implements ToldDay {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DayOfRange)
  kind: DayOfRange;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is none: what the centre said, or the name of the holiday.',
  })
  reason: string | null;

  @Field(() => [BookableSession])
  lines: BookableSession[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Every day of a range, for one person: `refusal` null means that taking all open ones now succeeds.',
})
export class RangeOffer {
  @Field(() => [RangeDay])
  days: RangeDay[];

  @Field(() => TotalPrice)
  total: TotalPrice;

  @Field(() => Refusal, { nullable: true })
  refusal: Refusal | null;

  @Field(() => GraphQLJSONObject, { description: '`onDay`: the first day that cannot be had.' })
  refusalDetails: Readonly<Record<string, string | number>>;
}
