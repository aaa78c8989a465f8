import type { OrganisationId } from '@linli/domain/access';
import { type EnumOf, enumOf, type PlainDate } from '@linli/domain/base';
import {
  MemberColumn,
  MemberSheetFault,
  type MemberSheetProblem as Problem,
  MemberStage,
} from '@linli/domain/organisation/members';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

/** What a row does. */
export const MemberSheetOutcome = enumOf('JOINS', 'CHANGES_STAGE', 'SAME');
export type MemberSheetOutcome = EnumOf<typeof MemberSheetOutcome>;

registerEnumType(MemberColumn, { name: 'MemberColumn' });
registerEnumType(MemberSheetFault, { name: 'MemberSheetFault' });
registerEnumType(MemberSheetOutcome, { name: 'MemberSheetOutcome' });

@ObjectType({ simpleResolvers: true })
export class MemberSheetProblem implements Problem {
  @Field(() => Int, { description: 'As the spreadsheet counts: the first is 1.' })
  row: number;

  @Field(() => MemberColumn)
  column: MemberColumn;

  @Field(() => MemberSheetFault)
  fault: MemberSheetFault;

  @Field(() => String, { description: 'What stands there, its beginning.' })
  value: string;
}

@ObjectType({ simpleResolvers: true })
export class MemberSheetLine {
  @Field(() => Int)
  row: number;

  @Field(() => String)
  name: string;

  @Field(() => String)
  branchName: string;

  @Field(() => MemberStage)
  stage: MemberStage;

  @Field(() => DateScalar)
  since: PlainDate;

  @Field(() => MemberSheetOutcome)
  outcome: MemberSheetOutcome;
}

/** 黨員表 What a sheet of members does to the roster, or did. */
@ObjectType({ simpleResolvers: true })
export class MemberSheet {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => [MemberSheetLine])
  lines: readonly MemberSheetLine[];

  @Field(() => [MemberSheetProblem], { description: 'While there is one nothing is taken.' })
  problems: readonly MemberSheetProblem[];

  @Field(() => Int, { description: 'How many were recorded; of a preview none.' })
  written: number;
}

export const MemberSheetOrRefused = orRefused(MemberSheet);
