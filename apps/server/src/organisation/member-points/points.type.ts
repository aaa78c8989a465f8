import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  type PointAppealId,
  type PointEntryId,
  type PointItemId,
  type PointRulesId,
  PointState,
} from '@linli/domain/organisation/member-points';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(PointState, { name: 'PointState' });

@ObjectType({ simpleResolvers: true })
export class PointItem {
  @Field(() => ID)
  id: PointItemId;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  points: number;
}

/** 積分規則 One version, in force from its day until the day before the next one's. */
@ObjectType({ simpleResolvers: true })
export class PointRules {
  @Field(() => ID)
  id: PointRulesId;

  @Field(() => Int)
  version: number;

  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field(() => [PointItem])
  items: readonly PointItem[];
}
export const PointRulesOrRefused = orRefused(PointRules);

@ObjectType({ simpleResolvers: true })
export class PointAppeal {
  @Field(() => ID)
  id: PointAppealId;

  @Field(() => String)
  text: string;

  @Field(() => Boolean, { nullable: true, description: 'Null: it waits for its answer.' })
  upheld: boolean | null;

  @Field(() => String, { nullable: true })
  answer: string | null;

  @Field(() => String, { nullable: true })
  answeredByName: string | null;
}

/** What was earned, or taken back, for one deed: entered by one hand, reviewed by another. */
@ObjectType({ simpleResolvers: true })
export class PointEntry {
  @Field(() => ID)
  id: PointEntryId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  rulesVersion: number;

  @Field(() => String)
  item: string;

  @Field(() => Int)
  points: number;

  @Field(() => DateScalar)
  doneOn: PlainDate;

  @Field(() => String)
  evidence: string;

  @Field(() => PointState)
  state: PointState;

  @Field(() => DateTime)
  enteredAt: Date;

  enteredBy: PersonId;

  @Field(() => String)
  enteredByName: string;

  @Field(() => String, { nullable: true })
  reviewedByName: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the notice.' })
  noticeUntil: PlainDate | null;

  @Field(() => Boolean, { description: 'A counter-entry took it back.' })
  isCountered: boolean;

  @Field(() => Boolean, { description: 'It takes another entry back.' })
  isCounter: boolean;

  @Field(() => Boolean, { description: 'The notice is over, and no appeal is open.' })
  counts: boolean;

  @Field(() => PointAppeal, { nullable: true })
  appeal: PointAppeal | null;

  @Field(() => Boolean, { description: 'The viewer entered it: somebody else goes on.' })
  isOwn: boolean;
}
export const PointEntryOrRefused = orRefused(PointEntry);

@ObjectType({ simpleResolvers: true })
export class PointEntryPage {
  @Field(() => [PointEntry])
  entries: readonly PointEntry[];

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

/** The viewer's own points. */
@ObjectType({ simpleResolvers: true })
export class MyPoints {
  @Field(() => Int)
  total: number;

  @Field(() => [PointEntry])
  entries: readonly PointEntry[];
}
