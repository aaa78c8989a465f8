import type { PlainDate } from '@linli/domain/base';
import { Allergen, Texture } from '@linli/domain/organisation/people';
import { Meal, MealWay } from '@linli/domain/services/centres';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTime } from '../../platform/graphql/index.js';
import { Centre } from '../centres/index.js';
import { Menu } from '../menus/index.js';

@ObjectType({ simpleResolvers: true })
export class WayCounts {
  @Field(() => Int)
  dineIn: number;

  @Field(() => Int)
  pickUp: number;

  @Field(() => Int)
  delivery: number;

  @Field(() => Int)
  total: number;
}

@ObjectType({ simpleResolvers: true })
export class WayFreeze {
  @Field(() => MealWay)
  way: MealWay;

  @Field(() => DateTime)
  freezesAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its sheet was written; null before.' })
  frozenAt: Date | null;

  @Field(() => Boolean)
  frozen: boolean;

  @Field(() => String, { description: 'When it is served: 11:15–12:30.' })
  serves: string;
}

@ObjectType({ simpleResolvers: true })
export class TextureRow {
  @Field(() => Texture)
  texture: Texture;

  @Field(() => WayCounts)
  counts: WayCounts;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many of a dish; those who must not get it are among the allergies, and not here.',
})
export class DishRow {
  @Field(() => String)
  dish: string;

  @Field(() => Texture)
  texture: Texture;

  @Field(() => WayCounts)
  counts: WayCounts;
}

@ObjectType({ simpleResolvers: true })
export class AllergyRow {
  @Field(() => String)
  ticketNumber: string;

  @Field(() => [Allergen])
  allergens: readonly Allergen[];

  @Field(() => Texture)
  texture: Texture;

  @Field(() => MealWay)
  way: MealWay;

  @Field(() => [String])
  clashes: readonly string[];

  @Field(() => Boolean)
  overridden: boolean;
}

@ObjectType({ simpleResolvers: true })
export class KitchenSlip {
  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  ticketNumber: string;

  @Field(() => MealWay)
  way: MealWay;

  @Field(() => Texture)
  texture: Texture;

  @Field(() => [Allergen])
  allergies: readonly Allergen[];

  @Field(() => Boolean)
  overridden: boolean;

  @Field(() => Int)
  change: number;

  @Field(() => String, {
    description: 'Who works here by name, a resident as 王*; empty for the house itself.',
  })
  by: string;

  @Field(() => String, { nullable: true })
  reason: string | null;
}

/** 備餐單 By ticket number, never by name. */
@ObjectType({ simpleResolvers: true })
export class KitchenSheet {
  @Field(() => Centre)
  centre: Centre;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => Menu, { nullable: true })
  menu: Menu | null;

  @Field(() => [WayFreeze], { description: 'Each way freezes at its own cut-off.' })
  freezes: readonly WayFreeze[];

  @Field(() => [TextureRow])
  textures: readonly TextureRow[];

  @Field(() => [DishRow])
  dishes: readonly DishRow[];

  @Field(() => [AllergyRow])
  allergies: readonly AllergyRow[];

  @Field(() => [KitchenSlip], { description: 'What came after the freeze: +1 to add, −1 to cut.' })
  slips: readonly KitchenSlip[];

  @Field(() => WayCounts)
  totals: WayCounts;

  @Field(() => Int)
  orders: number;

  @Field(() => Boolean, { description: 'The frozen sheet with its slips says what the orders say.' })
  agrees: boolean;

  @Field(() => Int)
  served: number;

  @Field(() => DateTime)
  asOf: Date;
}
