import { Allergen, Texture } from '@linli/domain/organisation/people';
import { MealWay } from '@linli/domain/services/centres';
import { Field, Int, ObjectType } from 'type-graphql';

/** 標籤 60 × 40 mm, for one portion. */
@ObjectType({ simpleResolvers: true })
export class MealLabel {
  @Field(() => Int)
  number: number;

  @Field(() => Int)
  of: number;

  @Field(() => String)
  ticketNumber: string;

  @Field(() => String, { description: 'Whole where it is brought to the door, elsewhere 王*.' })
  name: string;

  @Field(() => MealWay)
  way: MealWay;

  @Field(() => Texture)
  texture: Texture;

  @Field(() => [Allergen])
  allergies: readonly Allergen[];

  @Field(() => [String], { description: 'The dishes that must not be in the box.' })
  clashes: readonly string[];

  @Field(() => Boolean)
  overridden: boolean;

  @Field(() => String, { nullable: true, description: 'Where it is brought.' })
  building: string | null;

  @Field(() => Boolean, { description: 'It came after the freeze.' })
  isLate: boolean;
}
