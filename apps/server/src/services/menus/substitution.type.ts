import type { SubstitutionId } from '@linli/domain/services/menus';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/index.js';
import { Dish } from './dish.type.js';

/** 換菜 What was cooked instead, why, and who said so. */
@ObjectType({ simpleResolvers: true })
export class Substitution {
  @Field(() => ID)
  id: SubstitutionId;

  @Field(() => Dish)
  replaced: Dish;

  @Field(() => Dish)
  dish: Dish;

  @Field(() => String)
  reason: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;
}
