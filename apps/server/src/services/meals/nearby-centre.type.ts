import { ServiceCategory } from '@linli/domain/services/centres';
import { Field, Int, ObjectType } from 'type-graphql';
import { Centre } from '../centres/index.js';

/** A centre that somebody could go to. */
@ObjectType({ simpleResolvers: true })
export class NearbyCentre {
  @Field(() => Centre)
  centre: Centre;

  @Field(() => Boolean, { description: 'The one that home is about when none is named.' })
  isOwn: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Along the streets, estimated; null: one of the two is not on the map.',
  })
  metres: number | null;

  @Field(() => [ServiceCategory])
  categories: readonly ServiceCategory[];
}
