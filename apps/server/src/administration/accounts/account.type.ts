import type { PersonId } from '@linli/domain/access';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Duty } from '../../access/accounts/index.js';
import { DateTime, orRefused, PageInfo } from '../../platform/graphql/index.js';

/** Whoever signs in with a password, as those see it who look after accounts. */
@ObjectType({ simpleResolvers: true })
export class Account {
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  account: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => Boolean)
  totpOn: boolean;

  @Field(() => Boolean)
  disabled: boolean;

  @Field(() => String, { nullable: true })
  disabledReason: string | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  lastSignInAt: Date | null;

  /** In force or to come. */
  @Field(() => [Duty])
  duties: Duty[];
}

export const AccountOrRefused = orRefused(Account);

@ObjectType({ simpleResolvers: true })
export class AccountEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => Account)
  node: Account;
}

@ObjectType({ simpleResolvers: true })
export class AccountConnection {
  @Field(() => [AccountEdge])
  edges: AccountEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  total: number;
}

/** Shown once, never stored in the clear. */
@ObjectType({ simpleResolvers: true })
export class NewPassword {
  @Field(() => Account)
  account: Account;

  @Field(() => String)
  password: string;
}

export const NewPasswordOrRefused = orRefused(NewPassword);
