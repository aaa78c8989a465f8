import type { OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { CadenceState, MeetingKind } from '@linli/domain/organisation/life';
import { OrganisationKind } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';
import { LifeRate } from './rates.type.js';

registerEnumType(CadenceState, { name: 'CadenceState' });

/** How an organisation stands with one kind of meeting in one period. */
@ObjectType({ simpleResolvers: true })
export class LifeCell {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => MeetingKind)
  kind: MeetingKind;

  @Field(() => DateScalar)
  from: PlainDate;

  @Field(() => DateScalar)
  to: PlainDate;

  @Field(() => Int)
  required: number;

  @Field(() => Int)
  held: number;

  @Field(() => Int, { description: 'Held after the period, for what it still owed.' })
  late: number;

  @Field(() => Int)
  missing: number;

  @Field(() => CadenceState)
  state: CadenceState;
}

/** A month of an organisation with all below it; a quarter stands in its last month, a year in December. */
@ObjectType({ simpleResolvers: true })
export class LifeMonth {
  @Field(() => Int)
  month: number;

  @Field(() => CadenceState)
  state: CadenceState;

  @Field(() => Int, { description: 'Owed since the month ended.' })
  owed: number;

  @Field(() => Int, { description: 'Still to be held, and there is time.' })
  due: number;

  @Field(() => Int, { description: 'Held, but late.' })
  late: number;
}

@ObjectType({ simpleResolvers: true })
export class LifeRow {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => OrganisationKind)
  kind: OrganisationKind;

  @Field(() => Boolean, { description: 'There are organisations below it to look at.' })
  opens: boolean;

  @Field(() => [LifeMonth])
  months: LifeMonth[];

  @Field(() => Int)
  owed: number;

  @Field(() => Int, { description: 'Of this month, and not held yet.' })
  dueNow: number;
}

@ObjectType({ simpleResolvers: true })
export class LifeStep {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;
}

/** 欠賬 Where debts gather: an organisation, and each of those right below it. */
@ObjectType({ simpleResolvers: true })
export class LifeOverview {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => OrganisationKind)
  kind: OrganisationKind;

  @Field(() => DateScalar)
  today: PlainDate;

  @Field(() => Int)
  year: number;

  @Field(() => [LifeStep], { description: 'The way here from the top of the viewer’s reach.' })
  path: LifeStep[];

  @Field(() => [LifeRow])
  rows: LifeRow[];

  @Field(() => [LifeMonth], { description: 'All of it by the month: the trend.' })
  trend: LifeMonth[];

  @Field(() => [LifeCell], { description: 'What is owed, the oldest first; the first hundred.' })
  debts: LifeCell[];

  @Field(() => Int)
  owed: number;

  @Field(() => Int)
  branches: number;

  @Field(() => [LifeRate])
  rates: LifeRate[];

  @Field(() => Boolean, { description: 'It holds meetings itself, and the viewer may keep them.' })
  mayKeep: boolean;
}

/** A branch that a year is planned for. */
@ObjectType({ simpleResolvers: true })
export class LifeBranch {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => OrganisationKind)
  kind: OrganisationKind;

  @Field(() => String, { nullable: true })
  parentName: string | null;
}
