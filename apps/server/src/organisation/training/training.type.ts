import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  TrainingAudience,
  TrainingDue,
  TrainingForm,
  type TrainingPlanId,
  type TrainingSessionId,
  TrainingState,
} from '@linli/domain/organisation/training';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(TrainingAudience, { name: 'TrainingAudience' });
registerEnumType(TrainingForm, { name: 'TrainingForm' });
registerEnumType(TrainingState, { name: 'TrainingState' });
registerEnumType(TrainingDue, { name: 'TrainingDue' });

/** 期次 One training, on a day. */
@ObjectType({ simpleResolvers: true })
export class TrainingSession {
  @Field(() => ID)
  id: TrainingSessionId;

  @Field(() => ID)
  planId: TrainingPlanId;

  @Field(() => String)
  title: string;

  @Field(() => TrainingAudience)
  audience: TrainingAudience;

  @Field(() => TrainingForm)
  form: TrainingForm;

  @Field(() => String, { description: 'Who holds it.' })
  holderName: string;

  @Field(() => ID, { description: 'Whose people come.' })
  forId: OrganisationId;

  @Field(() => String)
  forName: string;

  @Field(() => TrainingState)
  state: TrainingState;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => Int)
  minutes: number;

  @Field(() => String)
  place: string;

  @Field(() => String)
  topic: string;

  @Field(() => String)
  lecturer: string;

  @Field(() => Int, { description: 'Who are on record as having been there.' })
  attended: number;

  @Field(() => String, { nullable: true })
  signedBy: string | null;

  @Field(() => String, { nullable: true })
  cancelledBecause: string | null;

  @Field(() => Boolean)
  mayKeep: boolean;

  organisationId: OrganisationId;
  now: Date;
}

export const TrainingSessionOrRefused = orRefused(TrainingSession);

/** 年度計劃 A line of it. */
@ObjectType({ simpleResolvers: true })
export class TrainingPlan {
  @Field(() => ID)
  id: TrainingPlanId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => Int)
  year: number;

  @Field(() => String)
  title: string;

  @Field(() => TrainingAudience)
  audience: TrainingAudience;

  @Field(() => TrainingForm)
  form: TrainingForm;

  @Field(() => Int)
  minutes: number;
}

export const TrainingPlanOrRefused = orRefused(TrainingPlan);

@ObjectType({ simpleResolvers: true })
export class TrainingPlanLine extends TrainingPlan {
  @Field(() => [TrainingSession], { description: 'The first first.' })
  sessions: TrainingSession[];
}

/** A half-year or a quarter in which a training is to be held. */
@ObjectType({ simpleResolvers: true })
export class TrainingPeriodState {
  @Field(() => DateScalar)
  from: PlainDate;

  @Field(() => DateScalar)
  to: PlainDate;

  @Field(() => Int)
  held: number;

  @Field(() => TrainingDue)
  state: TrainingDue;
}

/** One holder's year. */
@ObjectType({ simpleResolvers: true })
export class TrainingYear {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  year: number;

  @Field(() => [TrainingPeriodState], { description: 'Empty: an organisation of this kind owes none.' })
  periods: TrainingPeriodState[];

  @Field(() => [TrainingPlanLine])
  lines: TrainingPlanLine[];

  @Field(() => Boolean)
  mayKeep: boolean;
}

/** Somebody who belongs to the audience, and how long they were there. */
@ObjectType({ simpleResolvers: true })
export class TrainingPerson {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => String)
  organisationName: string;

  @Field(() => Int, { description: 'Zero: they are not on record as having been there.' })
  minutes: number;
}

@ObjectType({ simpleResolvers: true })
export class TrainingPeople {
  @Field(() => [TrainingPerson], { description: 'Those on record first; five hundred at most.' })
  people: TrainingPerson[];

  @Field(() => Int)
  total: number;
}
