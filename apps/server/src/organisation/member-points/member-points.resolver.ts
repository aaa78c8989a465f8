import { pageSize } from '@linli/domain/base';
import {
  type AnswerPointAppealInput,
  answerPointAppealInput,
  type AppealPointsInput,
  appealPointsInput,
  type CounterPointsInput,
  counterPointsInput,
  type EnterPointsInput,
  enterPointsInput,
  type PointEntryId,
  pointEntryId,
  PointState,
  type PublishPointRulesInput,
  publishPointRulesInput,
  type ReviewPointsInput,
  reviewPointsInput,
} from '@linli/domain/organisation/member-points';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { answerPointAppeal, appealPoints, counterPoints } from './counter-points.js';
import { enterPoints, reviewPoints } from './enter-points.js';
import { myPoints, pointEntriesOf } from './points.queries.js';
import {
  MyPoints,
  PointEntry,
  PointEntryOrRefused,
  PointEntryPage,
  PointRules,
  PointRulesOrRefused,
} from './points.type.js';
import { pointRules, publishPointRules } from './rules.js';

type Optional<Value> = Value | null | undefined;

@Resolver()
export class MemberPointsResolver {
  @Allow('SEE_LIFE')
  @Query(() => [PointRules], { description: 'All versions, the last first.' })
  pointRules(@Ctx() { db }: Request): Promise<PointRules[]> {
    return pointRules(db, {});
  }

  @Allow('SEE_LIFE')
  @Query(() => PointEntryPage, { description: 'Within reach; the last that was entered first.' })
  pointEntries(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('state', z.enum(PointState).nullish()) state: Optional<PointState>,
    @Arg('appealed', z.boolean().nullish()) appealed: Optional<boolean>,
    @Arg('after', pointEntryId.nullish()) after: Optional<PointEntryId>,
  ): Promise<PointEntryPage> {
    const asked = { state: state ?? null, appealed: appealed ?? null, after: after ?? null };
    return pointEntriesOf(db, viewer, { first, ...asked });
  }

  @Allow('TAKE_PART')
  @Query(() => MyPoints)
  myPoints(@Ctx() { db, viewer }: Request): Promise<MyPoints> {
    return myPoints(db, viewer);
  }

  @Allow('SET_POINT_RULES')
  @Mutation(() => PointRulesOrRefused)
  publishPointRules(
    @Ctx() { db, viewer }: Request,
    @Input(publishPointRulesInput) input: PublishPointRulesInput,
  ): Promise<PointRules | Refused> {
    return publishPointRules(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => PointEntryOrRefused)
  enterPoints(
    @Ctx() { db, viewer }: Request,
    @Input(enterPointsInput) input: EnterPointsInput,
  ): Promise<PointEntry | Refused> {
    return enterPoints(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => PointEntryOrRefused)
  reviewPoints(
    @Ctx() { db, viewer }: Request,
    @Input(reviewPointsInput) input: ReviewPointsInput,
  ): Promise<PointEntry | Refused> {
    return reviewPoints(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => PointEntryOrRefused)
  counterPoints(
    @Ctx() { db, viewer }: Request,
    @Input(counterPointsInput) input: CounterPointsInput,
  ): Promise<PointEntry | Refused> {
    return counterPoints(db, viewer, input);
  }

  @Allow('TAKE_PART')
  @Mutation(() => PointEntryOrRefused)
  appealPoints(
    @Ctx() { db, viewer }: Request,
    @Input(appealPointsInput) input: AppealPointsInput,
  ): Promise<PointEntry | Refused> {
    return appealPoints(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => PointEntryOrRefused)
  answerPointAppeal(
    @Ctx() { db, viewer }: Request,
    @Input(answerPointAppealInput) input: AnswerPointAppealInput,
  ): Promise<PointEntry | Refused> {
    return answerPointAppeal(db, viewer, input);
  }
}
