import type { PlainDate } from '@linli/domain/base';
import { coverageRate } from '@linli/domain/organisation/structure';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';
import { Area } from './area.entity.js';
import { Organisation } from './organisation.entity.js';

/** Estates covered by a branch in force ÷ estates in force and handed over. `rate` is null where there is no estate. */
@ObjectType({ simpleResolvers: true })
export class CoveragePoint {
  @Field(() => DateScalar)
  on: PlainDate;

  @Field(() => Int)
  estates: number;

  @Field(() => Int)
  covered: number;

  @Field(() => Float, { nullable: true })
  rate: number | null;
}

@ObjectType({ simpleResolvers: true })
export class Coverage extends CoveragePoint {
  @Field(() => Area)
  area: Area;
}

/** One estate of the denominator: with organisations it is of the numerator, without of the gap. */
@ObjectType({ simpleResolvers: true })
export class CoverageRow {
  @Field(() => Area)
  estate: Area;

  @Field(() => Area, { nullable: true })
  community: Area | undefined;

  @Field(() => [Organisation])
  organisations: Organisation[];
}

export const pointOf = (on: PlainDate, count?: { estates: number; covered: number }): CoveragePoint => {
  const { estates, covered } = count ?? { estates: 0, covered: 0 };
  return { on, estates, covered, rate: coverageRate(covered, estates) };
};
