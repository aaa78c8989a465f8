import type { PersonId } from '@linli/domain/access';
import { Field, ID, ObjectType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

/** 門牌 Where in the building, and what whoever comes must know. */
@ObjectType({ simpleResolvers: true })
export class HomeDoor {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  door: string;

  @Field(() => String, { nullable: true })
  hint: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM in China; null: any time.' })
  atHomeFrom: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM in China; null: any time.' })
  atHomeTo: string | null;
}

export const HomeDoorOrRefused = orRefused(HomeDoor);
