import {
  type CreateAccountInput,
  createAccountInput,
  type EndDutyInput,
  endDutyInput,
  type GrantDutyInput,
  grantDutyInput,
  type ResetPasswordInput,
  resetPasswordInput,
  type SetAccountDisabledInput,
  setAccountDisabledInput,
} from '@linli/domain/access';
import { pageSize, words } from '@linli/domain/base';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { accountsOf } from './account.queries.js';
import {
  Account,
  AccountConnection,
  AccountOrRefused,
  NewPassword,
  NewPasswordOrRefused,
} from './account.type.js';
import { resetPassword, setAccountDisabled } from './change-account.js';
import { createAccount, endDuty, grantDuty } from './grant-duty.js';

const text = words(64).nullish();

@Resolver()
export class AccountsResolver {
  @Allow('MANAGE_ACCOUNTS')
  @Query(() => AccountConnection)
  accounts(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('after', text) after: string | null | undefined,
    @Arg('search', text) search: string | null | undefined,
  ): Promise<AccountConnection> {
    return accountsOf(db, viewer, { first, after: after ?? undefined, search: search ?? undefined });
  }

  @Allow('MANAGE_ACCOUNTS')
  @Mutation(() => NewPasswordOrRefused)
  createAccount(
    @Ctx() { db, viewer }: Request,
    @Input(createAccountInput) input: CreateAccountInput,
  ): Promise<NewPassword | Refused> {
    return createAccount(db, viewer, input);
  }

  @Allow('MANAGE_ACCOUNTS')
  @Mutation(() => NewPasswordOrRefused)
  resetPassword(
    @Ctx() { db, viewer }: Request,
    @Input(resetPasswordInput) input: ResetPasswordInput,
  ): Promise<NewPassword | Refused> {
    return resetPassword(db, viewer, input);
  }

  @Allow('MANAGE_ACCOUNTS')
  @Mutation(() => AccountOrRefused)
  setAccountDisabled(
    @Ctx() { db, viewer }: Request,
    @Input(setAccountDisabledInput) input: SetAccountDisabledInput,
  ): Promise<Account | Refused> {
    return setAccountDisabled(db, viewer, input);
  }

  @Allow('MANAGE_ACCOUNTS')
  @Mutation(() => AccountOrRefused)
  grantDuty(
    @Ctx() { db, viewer }: Request,
    @Input(grantDutyInput) input: GrantDutyInput,
  ): Promise<Account | Refused> {
    return grantDuty(db, viewer, input);
  }

  @Allow('MANAGE_ACCOUNTS')
  @Mutation(() => AccountOrRefused)
  endDuty(
    @Ctx() { db, viewer }: Request,
    @Input(endDutyInput) input: EndDutyInput,
  ): Promise<Account | Refused> {
    return endDuty(db, viewer, input);
  }
}
