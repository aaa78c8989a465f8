import {
  type RevokeSessionInput,
  revokeSessionInput,
  type SignOutInput,
  signOutInput,
} from '@linli/domain/access';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Input, Public, type Request } from '../../platform/graphql/index.js';
import { mySessions, revokeSession, signOut } from './end-session.js';
import { SignedOut, SignedOutOrRefused, SignInSession } from './session.type.js';

@Resolver()
export class SessionResolver {
  @Allow('MANAGE_OWN_ACCOUNT')
  @Query(() => [SignInSession])
  mySessions(@Ctx() request: Request): Promise<SignInSession[]> {
    return mySessions(request);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => SignedOutOrRefused)
  revokeSession(
    @Ctx() request: Request,
    @Input(revokeSessionInput) input: RevokeSessionInput,
  ): Promise<SignedOut> {
    return revokeSession(request, input);
  }

  /** For everyone: whoever has no session any more is signed out as they wished. */
  @Public()
  @Mutation(() => SignedOutOrRefused)
  signOut(@Ctx() request: Request, @Input(signOutInput) input: SignOutInput): Promise<SignedOut> {
    return signOut(request, input);
  }
}
