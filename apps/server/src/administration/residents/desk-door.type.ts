import type { PersonId } from '@linli/domain/access';
import { Field, ID, ObjectType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

/** 門牌 As the desk of a centre sees it. */
@ObjectType({ simpleResolvers: true })
export class DeskDoor {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String, {
    nullable: true,
    description: 'The last number is hidden; null: the door is not known.',
  })
  door: string | null;
}

export const DeskDoorOrRefused = orRefused(DeskDoor);
