import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  ExemptionReason,
  LeavingReason,
  MembershipChangeKind,
  MemberStage,
} from '@linli/domain/organisation/members';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused, PageInfo } from '../../platform/graphql/index.js';

registerEnumType(MemberStage, { name: 'MemberStage', description: '積極分子, 發展對象, 預備黨員, 正式黨員' });
registerEnumType(LeavingReason, { name: 'LeavingReason' });
registerEnumType(MembershipChangeKind, { name: 'MembershipChangeKind' });
registerEnumType(ExemptionReason, { name: 'ExemptionReason' });

/** 年老體弱 Out of the rates from a day, to a day or until it is ended. */
@ObjectType({ simpleResolvers: true })
export class Exemption {
  @Field(() => ID)
  id: string;

  @Field(() => ExemptionReason)
  reason: ExemptionReason;

  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Field(() => DateScalar, { nullable: true })
  validTo: PlainDate | null;
}

/** Somebody who belongs to a branch on the day that was asked for. */
@ObjectType({ simpleResolvers: true })
export class PartyMember {
  /** Of the resident. */
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => DateScalar)
  birthDate: PlainDate;

  /** Masked. */
  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => MemberStage)
  stage: MemberStage;

  /** The first day in this organisation in this stage. */
  @Field(() => DateScalar)
  since: PlainDate;

  @Field(() => Exemption, { nullable: true })
  exemption: Exemption | null;
}

/** A time in one branch and stage, as known now. */
@ObjectType({ simpleResolvers: true })
export class Membership {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => MemberStage)
  stage: MemberStage;

  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Field(() => DateScalar, { nullable: true })
  validTo: PlainDate | null;
}

/** What was recorded: from which day it holds, and when it became known. */
@ObjectType({ simpleResolvers: true })
export class MembershipChange {
  @Field(() => ID)
  id: string;

  @Field(() => MembershipChangeKind)
  kind: MembershipChangeKind;

  @Field(() => String)
  organisationName: string;

  @Field(() => String, { nullable: true })
  fromOrganisationName: string | null;

  @Field(() => MemberStage)
  stage: MemberStage;

  @Field(() => LeavingReason, { nullable: true })
  reason: LeavingReason | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateScalar)
  effectiveOn: PlainDate;

  @Field(() => DateTime)
  recordedAt: Date;

  @Field(() => String)
  recordedBy: string;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;
}

/** All that the viewer may know of somebody as a member: what lies in branches beyond reach is not in it. */
@ObjectType({ simpleResolvers: true })
export class MemberRecord {
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  name: string;

  /** Null: belongs to no branch within reach today. */
  @Field(() => PartyMember, { nullable: true })
  member: PartyMember | null;

  @Field(() => [Membership])
  memberships: Membership[];

  @Field(() => [MembershipChange])
  changes: MembershipChange[];

  @Field(() => [Exemption])
  exemptions: Exemption[];
}

export const MemberRecordOrRefused = orRefused(MemberRecord);

@ObjectType({ simpleResolvers: true })
export class PartyMemberEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => PartyMember)
  node: PartyMember;
}

@ObjectType({ simpleResolvers: true })
export class PartyMemberConnection {
  @Field(() => [PartyMemberEdge])
  edges: PartyMemberEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

/** Of an organisation with all below it. */
@ObjectType({ simpleResolvers: true })
export class MemberCount {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => Int)
  full: number;

  @Field(() => Int)
  probationary: number;

  @Field(() => Int)
  candidates: number;

  @Field(() => Int)
  activists: number;

  @Field(() => Int)
  exempt: number;
}
