import { Field, Int, ObjectType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

/** The same for every phone, known or not. */
@ObjectType({ simpleResolvers: true })
export class SignInCodeSent {
  @Field(() => String)
  maskedPhone: string;

  @Field(() => Int)
  resendAfterSeconds: number;

  @Field(() => Int)
  expiresInSeconds: number;
}

export const SignInCodeSentOrRefused = orRefused(SignInCodeSent);
