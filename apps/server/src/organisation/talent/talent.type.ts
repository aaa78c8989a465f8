import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type PostId, PostSource } from '@linli/domain/organisation/posts';
import { type ReserveId, ReserveList, ReserveOutcome } from '@linli/domain/organisation/talent';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused, PageInfo } from '../../platform/graphql/index.js';

registerEnumType(ReserveList, { name: 'ReserveList' });
registerEnumType(ReserveOutcome, { name: 'ReserveOutcome' });

/** 小區黨支部書記數據庫 The secretary of an estate's branch. */
@ObjectType({ simpleResolvers: true })
export class EstateSecretary {
  /** Of the post. */
  @Field(() => ID)
  id: PostId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => String)
  name: string;

  @Field(() => DateScalar)
  birthDate: PlainDate;

  /** Masked. */
  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => PostSource, { nullable: true })
  source: PostSource | null;

  @Field(() => DateScalar)
  since: PlainDate;

  @Field(() => DateScalar, { nullable: true })
  memberSince: PlainDate | null;

  @Field(() => Boolean, { description: 'Lives where the branch covers.' })
  livesThere: boolean;
}

@ObjectType({ simpleResolvers: true })
export class EstateSecretaryConnection {
  @Field(() => [EstateSecretary])
  secretaries: EstateSecretary[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

/** 後備 Somebody on a reserve list, or who was. */
@ObjectType({ simpleResolvers: true })
export class ReserveEntry {
  @Field(() => ID)
  id: ReserveId;

  @Field(() => ReserveList)
  list: ReserveList;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => DateScalar)
  birthDate: PlainDate;

  @Field(() => DateScalar)
  since: PlainDate;

  @Field(() => String, { nullable: true })
  note: string | null;

  /** Null: on the list. */
  @Field(() => DateScalar, { nullable: true })
  lastDay: PlainDate | null;

  @Field(() => ReserveOutcome, { nullable: true })
  outcome: ReserveOutcome | null;
}
export const ReserveEntryOrRefused = orRefused(ReserveEntry);

@ObjectType({ simpleResolvers: true })
export class ReserveEntryConnection {
  @Field(() => [ReserveEntry])
  entries: ReserveEntry[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'On the list now.' })
  standing: number;

  @Field(() => Int, { description: 'Who came to the two committees or to lead: what the list is for.' })
  succeeded: number;
}
