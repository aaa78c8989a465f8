import type { PlainDate } from '@linli/domain/base';
import { Meal } from '@linli/domain/services/centres';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';
import { BookableSession } from '../bookings/index.js';
import { Menu } from '../menus/index.js';

/** One meal of one day: what there is, how one can have it, and how many are left. */
@ObjectType({ simpleResolvers: true })
export class MealOffer {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => Menu, { nullable: true })
  menu: Menu | null;

  @Field(() => [BookableSession])
  ways: BookableSession[];

  @Field(() => Int)
  capacity: number;

  @Field(() => Int)
  placesLeft: number;
}
