import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { LearningDuty } from '@linli/domain/organisation/life';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';
import { LifeStep } from './cadence.type.js';

registerEnumType(LearningDuty, { name: 'LearningDuty' });

/** How many of those who owe it have learnt what was due: `met` and `gap` together are the denominator. */
@ObjectType({ simpleResolvers: true })
export class LearningRate {
  @Field(() => LearningDuty)
  duty: LearningDuty;

  @Field(() => Int)
  met: number;

  @Field(() => Int, { description: 'Who is short.' })
  gap: number;

  @Field(() => Int, { description: 'In neither.' })
  exempt: number;

  @Field(() => Float, { nullable: true, description: 'Null: there is nobody to speak of.' })
  value: number | null;
}

@ObjectType({ simpleResolvers: true })
export class LearningRow {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => [LearningRate])
  rates: LearningRate[];
}

/** 誰沒學夠 An organisation, and each of those right below it. */
@ObjectType({ simpleResolvers: true })
export class LearningOverview {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  year: number;

  @Field(() => Int, { description: 'Up to the end of this month.' })
  month: number;

  @Field(() => [LifeStep], { description: 'The way here from the top of the viewer’s reach.' })
  path: LifeStep[];

  @Field(() => [LearningRate])
  rates: LearningRate[];

  @Field(() => [LearningRow], { description: 'Those with most who are short first.' })
  rows: LearningRow[];
}

@ObjectType({ simpleResolvers: true })
export class LearningPerson {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => String)
  organisationName: string;

  @Field(() => Int, { description: 'Of meetings, made up ones too, and of trainings.' })
  minutes: number;

  @Field(() => Int, { description: 'Due by the month; zero for new secretaries.' })
  minutesDue: number;

  @Field(() => Boolean, { description: '集中培訓 Had one in the year.' })
  gathered: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'A new secretary’s first day.' })
  since: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when a new secretary is to be trained.' })
  dueOn: PlainDate | null;

  @Field(() => DateScalar, { nullable: true })
  trainedOn: PlainDate | null;
}

/** One side, by name. */
@ObjectType({ simpleResolvers: true })
export class LearningList {
  @Field(() => Int)
  total: number;

  @Field(() => [LearningPerson])
  people: LearningPerson[];
}
