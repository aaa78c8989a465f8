import type { PlainDate } from '@linli/domain/base';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';

/** 有形 and 有效: estates that are covered, and those of them by an organisation that had nothing overdue on the day. */
@ObjectType({ simpleResolvers: true })
export class EffectiveCoveragePoint {
  @Field(() => DateScalar)
  on: PlainDate;

  @Field(() => Int)
  estates: number;

  @Field(() => Int)
  covered: number;

  @Field(() => Float, { nullable: true, description: 'Null: there is no estate.' })
  rate: number | null;

  @Field(() => Int, { nullable: true, description: 'Null: the house kept no meetings then, nobody can say.' })
  effective: number | null;

  @Field(() => Float, { nullable: true })
  effectiveRate: number | null;
}
