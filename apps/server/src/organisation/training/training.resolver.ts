import { type OrganisationId, organisationId } from '@linli/domain/access';
import { words } from '@linli/domain/base';
import {
  type CancelTrainingInput,
  cancelTrainingInput,
  type PlanTrainingInput,
  planTrainingInput,
  type RecordTrainingInput,
  recordTrainingInput,
  type ScheduleTrainingInput,
  scheduleTrainingInput,
  type SignTrainingInput,
  signTrainingInput,
  type TrainingSessionId,
  trainingSessionId,
} from '@linli/domain/organisation/training';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { trainingPeople, trainingYear } from './training.queries.js';
import {
  TrainingPeople,
  TrainingPlan,
  TrainingPlanOrRefused,
  TrainingSession,
  TrainingSessionOrRefused,
  TrainingYear,
} from './training.type.js';
import {
  cancelTraining,
  planTraining,
  recordTraining,
  scheduleTraining,
  signTraining,
} from './training-verbs.js';

type Optional<Value> = Value | null | undefined;
type Answer = Promise<TrainingSession | Refused>;

@Resolver()
export class TrainingResolver {
  @Allow('SEE_LIFE')
  @Query(() => TrainingYear, { description: 'Null: the top of the viewer’s reach, this year.' })
  trainingYear(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId.nullish()) id: Optional<OrganisationId>,
    @Arg('year', z.int().min(2000).max(2100).nullish()) year: Optional<number>,
  ): Promise<TrainingYear> {
    return trainingYear(db, viewer, { organisationId: id ?? null, year: year ?? null });
  }

  @Allow('SEE_LIFE')
  @Query(() => TrainingPeople, { description: 'The audience of a session, and who of it was there.' })
  trainingPeople(
    @Ctx() { db, viewer }: Request,
    @Arg('sessionId', trainingSessionId) id: TrainingSessionId,
    @Arg('text', words(40).nullish()) text: Optional<string>,
  ): Promise<TrainingPeople> {
    return trainingPeople(db, viewer, id, text === '' ? null : (text ?? null));
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => TrainingPlanOrRefused)
  planTraining(
    @Ctx() { db, viewer }: Request,
    @Input(planTrainingInput) input: PlanTrainingInput,
  ): Promise<TrainingPlan | Refused> {
    return planTraining(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => TrainingSessionOrRefused)
  scheduleTraining(
    @Ctx() { db, viewer }: Request,
    @Input(scheduleTrainingInput) input: ScheduleTrainingInput,
  ): Answer {
    return scheduleTraining(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => TrainingSessionOrRefused)
  recordTraining(
    @Ctx() { db, viewer }: Request,
    @Input(recordTrainingInput) input: RecordTrainingInput,
  ): Answer {
    return recordTraining(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => TrainingSessionOrRefused)
  signTraining(@Ctx() { db, viewer }: Request, @Input(signTrainingInput) input: SignTrainingInput): Answer {
    return signTraining(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => TrainingSessionOrRefused)
  cancelTraining(
    @Ctx() { db, viewer }: Request,
    @Input(cancelTrainingInput) input: CancelTrainingInput,
  ): Answer {
    return cancelTraining(db, viewer, input);
  }
}
