import { Allergen, Texture } from '@linli/domain/organisation/people';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true })
export class Dish {
  @Field(() => String)
  name: string;

  /** How it is drawn on its plate. */
  @Field(() => String)
  look: string;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => [Allergen])
  allergens: Allergen[];

  @Field(() => [Texture])
  textures: Texture[];
}
