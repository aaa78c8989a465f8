import { Face, type SignInId } from '@linli/domain/access';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(Face, { name: 'Face' });

/** One browser in which one is signed in. */
@ObjectType({ simpleResolvers: true })
export class SignInSession {
  @Field(() => ID)
  id: SignInId;

  @Field(() => Face)
  face: Face;

  @Field(() => String)
  device: string;

  @Field(() => DateTime)
  signedInAt: Date;

  @Field(() => DateTime)
  lastSeenAt: Date;

  @Field(() => Boolean)
  current: boolean;
}

@ObjectType({ simpleResolvers: true })
export class SignedOut {
  /** How many sessions ended. */
  @Field(() => Int)
  sessions: number;
}

export const SignedOutOrRefused = orRefused(SignedOut);
