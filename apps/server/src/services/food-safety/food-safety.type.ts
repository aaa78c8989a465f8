import type { PlainDate } from '@linli/domain/base';
import { type CentreId, Meal } from '@linli/domain/services/centres';
import { FoodSafetyFault } from '@linli/domain/services/food-safety';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(FoodSafetyFault, { name: 'FoodSafetyFault' });

@ObjectType({ simpleResolvers: true })
export class FoodSafetyEntry {
  @Field(() => String)
  dish: string;

  @Field(() => Int, { nullable: true })
  sampleGrams: number | null;

  @Field(() => Int, { nullable: true })
  keepHours: number | null;

  @Field(() => Int, { nullable: true, description: 'Tenths of a degree: 745 is 74.5 ℃.' })
  celsiusTenths: number | null;

  @Field(() => Boolean)
  servedCold: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was measured again.' })
  reason: string | null;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;
}

@ObjectType({ simpleResolvers: true })
export class DishFault {
  @Field(() => String)
  dish: string;

  @Field(() => FoodSafetyFault)
  fault: FoodSafetyFault;
}

/** 留樣、測溫、放行 What was measured of a meal, what is missing, and who released it. */
@ObjectType({ simpleResolvers: true })
export class MealSafety {
  @Field(() => ID)
  centreId: CentreId;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => [FoodSafetyEntry], { description: 'Oldest first; of a dish the last counts.' })
  entries: readonly FoodSafetyEntry[];

  @Field(() => [DishFault])
  faults: readonly DishFault[];

  @Field(() => Boolean)
  released: boolean;

  @Field(() => DateTime, { nullable: true })
  releasedAt: Date | null;

  @Field(() => String, { nullable: true })
  releasedBy: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'It was released before, until an entry or another dish spoke against it.',
  })
  withdrawnAt: Date | null;
}

export const MealSafetyOrRefused = orRefused(MealSafety);
