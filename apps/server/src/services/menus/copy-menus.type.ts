import type { PlainDate } from '@linli/domain/base';
import { type CentreId, Meal } from '@linli/domain/services/centres';
import { CopyOutcome } from '@linli/domain/services/menus';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';
import { Dish } from './dish.type.js';

registerEnumType(CopyOutcome, { name: 'CopyOutcome' });

@ObjectType({ simpleResolvers: true })
export class MenuCopyLine {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => CopyOutcome)
  outcome: CopyOutcome;

  @Field(() => [Dish], { description: 'What would be there.' })
  dishes: readonly Dish[];

  @Field(() => [Dish], { nullable: true, description: 'What is there; null: nothing.' })
  standing: readonly Dish[] | null;
}

/** 複製菜單 What copying a week does, or did. */
@ObjectType({ simpleResolvers: true })
export class MenuCopy {
  @Field(() => ID)
  centreId: CentreId;

  @Field(() => [MenuCopyLine])
  lines: readonly MenuCopyLine[];

  @Field(() => Int, { description: 'How many menus were written; of a preview none.' })
  written: number;
}

export const MenuCopyOrRefused = orRefused(MenuCopy);
