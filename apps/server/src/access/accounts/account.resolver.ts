import {
  type ChangePasswordInput,
  changePasswordInput,
  type ConfirmTotpInput,
  confirmTotpInput,
  type SignInWithPasswordInput,
  signInWithPasswordInput,
  type StartTotpInput,
  startTotpInput,
  type StopTotpInput,
  stopTotpInput,
} from '@linli/domain/access';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Input, Public, type Refused, type Request } from '../../platform/graphql/index.js';
import { Straight } from '../../platform/straight/index.js';
import { meOf } from './account.queries.js';
import { straightMe } from './me.straight.js';
import { Me, MeOrRefused, type TotpSecret, TotpSecretOrRefused } from './me.type.js';
import { changePassword, confirmTotp, startTotp, stopTotp } from './own-account.js';
import { signInWithPassword } from './sign-in-with-password.js';

@Resolver()
export class AccountResolver {
  /** Null for whoever is not signed in on this face. */
  @Straight(straightMe)
  @Public()
  @Query(() => Me, { nullable: true })
  async me(@Ctx() { db, visit }: Request): Promise<Me | null> {
    return visit ? meOf(db, visit.viewer) : null;
  }

  @Public()
  @Mutation(() => MeOrRefused)
  signInWithPassword(
    @Ctx() request: Request,
    @Input(signInWithPasswordInput) input: SignInWithPasswordInput,
  ): Promise<Me | Refused> {
    return signInWithPassword(request, input);
  }

  /** For whoever is signed in: with a temporary password this is all that one may do. */
  @Public()
  @Mutation(() => MeOrRefused)
  changePassword(
    @Ctx() request: Request,
    @Input(changePasswordInput) input: ChangePasswordInput,
  ): Promise<Me | Refused> {
    return changePassword(request, input);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => TotpSecretOrRefused)
  startTotp(
    @Ctx() request: Request,
    @Input(startTotpInput) input: StartTotpInput,
  ): Promise<TotpSecret | Refused> {
    return startTotp(request, input);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => MeOrRefused)
  confirmTotp(
    @Ctx() request: Request,
    @Input(confirmTotpInput) input: ConfirmTotpInput,
  ): Promise<Me | Refused> {
    return confirmTotp(request, input);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => MeOrRefused)
  stopTotp(@Ctx() request: Request, @Input(stopTotpInput) input: StopTotpInput): Promise<Me | Refused> {
    return stopTotp(request, input);
  }
}
