import { CareScope, type PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { CareEnder, type CareGrantId, CareState, CareWay } from '@linli/domain/organisation/care';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(CareScope, { name: 'CareScope' });
registerEnumType(CareState, { name: 'CareState' });
registerEnumType(CareWay, { name: 'CareWay' });
registerEnumType(CareEnder, { name: 'CareEnder' });

/** 照護授權 Who lets whom act for them, how far and how long. */
@ObjectType({ simpleResolvers: true })
export class CareGrant {
  @Field(() => ID)
  id: CareGrantId;

  @Field(() => ID)
  elderId: PersonId;

  @Field(() => String, { description: 'Whole to the two of them, and to whom may change the grant.' })
  elderName: string;

  @Field(() => ID)
  carerId: PersonId;

  @Field(() => String)
  carerName: string;

  @Field(() => String, { nullable: true, description: 'Always masked.' })
  carerPhone: string | null;

  @Field(() => [CareScope])
  scopes: CareScope[];

  @Field(() => DateTime)
  grantedAt: Date;

  @Field(() => DateScalar, { description: 'The last day.' })
  until: PlainDate;

  @Field(() => CareState)
  state: CareState;

  @Field(() => CareWay, { nullable: true, description: 'Null: from a time when it was not written down.' })
  way: CareWay | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;

  @Field(() => CareEnder, { nullable: true })
  endedBy: CareEnder | null;

  @Field(() => Boolean, { description: 'The viewer may change how far and how long.' })
  mayChange: boolean;

  @Field(() => Boolean, { description: 'The viewer may end it now.' })
  mayRevoke: boolean;
}

export const CareGrantOrRefused = orRefused(CareGrant);

@ObjectType({ simpleResolvers: true })
export class CareCodeSent {
  @Field(() => String)
  maskedPhone: string;

  @Field(() => Int)
  resendAfterSeconds: number;

  @Field(() => Int)
  expiresInSeconds: number;
}

export const CareCodeSentOrRefused = orRefused(CareCodeSent);
