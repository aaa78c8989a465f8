import { Refusal } from '@linli/domain/refusals';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SessionId } from '@linli/domain/services/centres';
import { DateTime } from '../../platform/graphql/index.js';

/** One line of the booking page: a button that shows is a booking that succeeds. */
@ObjectType({ simpleResolvers: true })
export class SessionToBook {
  @Field(() => ID)
  id: SessionId;

  @Field()
  title: string;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => Int)
  placesLeft: number;

  @Field(() => Refusal, { nullable: true })
  refusal: Refusal | undefined;
}
