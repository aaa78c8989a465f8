import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId, Meal } from '@linli/domain/services/centres';
import {
  type RecordFoodSafetyInput,
  recordFoodSafetyInput,
  type ReleaseMealInput,
  releaseMealInput,
} from '@linli/domain/services/food-safety';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Desk } from '../meals/index.js';
import { MealSafety, MealSafetyOrRefused } from './food-safety.type.js';
import { mealSafety } from './meal-safety.js';
import { recordFoodSafety } from './record-food-safety.js';
import { releasedMeals } from './released-meals.js';
import { releaseMeal } from './release-meal.js';

@Resolver(() => Desk)
export class FoodSafetyResolver {
  @Allow('CHECK_IN')
  @FieldResolver(() => [Meal], {
    description:
      'The meals of the day that may be served; who arrives before that is checked in all the same.',
  })
  releasedMeals(@Root() { centre, day }: Desk, @Ctx() { db }: Request): Promise<Meal[]> {
    return releasedMeals(db, { centreId: centre.id, day });
  }

  @Allow('SEE_KITCHEN')
  @Query(() => MealSafety)
  mealSafety(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('day', plainDate) day: PlainDate,
    @Arg('meal', z.enum(Meal)) meal: Meal,
  ): Promise<MealSafety> {
    return mealSafety(db, viewer, { centreId: centre, day, meal });
  }

  @Allow('RUN_KITCHEN')
  @Mutation(() => MealSafetyOrRefused)
  recordFoodSafety(
    @Ctx() { db, viewer }: Request,
    @Input(recordFoodSafetyInput) input: RecordFoodSafetyInput,
  ): Promise<MealSafety | Refused> {
    return recordFoodSafety(db, viewer, input);
  }

  @Allow('RUN_KITCHEN')
  @Mutation(() => MealSafetyOrRefused)
  releaseMeal(
    @Ctx() { db, viewer }: Request,
    @Input(releaseMealInput) input: ReleaseMealInput,
  ): Promise<MealSafety | Refused> {
    return releaseMeal(db, viewer, input);
  }
}
