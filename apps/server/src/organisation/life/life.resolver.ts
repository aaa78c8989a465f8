import { type OrganisationId, organisationId } from '@linli/domain/access';
import {
  type AskLeaveInput,
  askLeaveInput,
  type ConfirmAttendanceInput,
  confirmAttendanceInput,
  LearningDuty,
  type RecordTalkInput,
  recordTalkInput,
} from '@linli/domain/organisation/life';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, notFound, type Refused, type Request } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { recordTalk } from './absences.js';
import { askLeave, confirmAttendance } from './attendance.js';
import { branchMonth } from './branch-month.js';
import { Absentee, AbsenteeOrRefused, BranchMonth } from './branch-month.type.js';
import { LifeBranch, LifeOverview } from './cadence.type.js';
import { learningList, learningOverview } from './learning.queries.js';
import { LearningList, LearningOverview } from './learning.type.js';
import { myLife } from './my-life.queries.js';
import { MyLife, MyMeeting, MyMeetingOrRefused } from './my-life.type.js';
import { isReached, lifeBranches, lifeOverview } from './overview.js';
import { rateList } from './rates.queries.js';
import { LifeRateKind, RateList, RateSide } from './rates.type.js';

type Optional<Value> = Value | null | undefined;
const year = z.int().min(2000).max(2100);

@Resolver()
export class LifeResolver {
  @Allow('SEE_LIFE')
  @Query(() => LifeOverview, { description: 'Null: from the top of the viewer’s reach.' })
  lifeOverview(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId.nullish()) id: Optional<OrganisationId>,
    @Arg('year', year.nullish()) asked: Optional<number>,
  ): Promise<LifeOverview> {
    return lifeOverview(db, viewer, { organisationId: id ?? null, year: asked ?? null });
  }

  @Allow('SEE_LIFE')
  @Query(() => BranchMonth, { description: 'Null: the first branch that the viewer keeps.' })
  branchMonth(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId.nullish()) id: Optional<OrganisationId>,
  ): Promise<BranchMonth> {
    return branchMonth(db, viewer, id ?? null);
  }

  @Allow('SEE_LIFE')
  @Query(() => RateList, { description: 'Who is behind a rate, a hundred at a time.' })
  async lifeRateList(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('kind', z.enum(LifeRateKind)) kind: LifeRateKind,
    @Arg('side', z.enum(RateSide)) side: RateSide,
    @Arg('year', year) asked: number,
    @Arg('month', z.int().min(1).max(12)) month: number,
    @Arg('offset', z.int().min(0).max(1_000_000).nullish()) offset: Optional<number>,
  ): Promise<RateList> {
    const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
    if (!(await isReached(db, tops, id))) throw notFound('organisation');
    return rateList(db, viewer, {
      ...{ tops, organisationId: id, kind, side, year: asked, month, offset: offset ?? 0 },
    });
  }

  @Allow('SEE_LIFE')
  @Query(() => LearningOverview, { description: 'Null: from the top of the viewer’s reach, this year.' })
  learningOverview(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId.nullish()) id: Optional<OrganisationId>,
    @Arg('year', year.nullish()) asked: Optional<number>,
  ): Promise<LearningOverview> {
    return learningOverview(db, viewer, { organisationId: id ?? null, year: asked ?? null });
  }

  @Allow('SEE_LIFE')
  @Query(() => LearningList, { description: 'Who is behind a rate of learning, a hundred at a time.' })
  learningList(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('duty', z.enum(LearningDuty)) duty: LearningDuty,
    @Arg('side', z.enum(RateSide)) side: RateSide,
    @Arg('year', year) asked: number,
    @Arg('month', z.int().min(1).max(12)) month: number,
    @Arg('offset', z.int().min(0).max(1_000_000).nullish()) offset: Optional<number>,
  ): Promise<LearningList> {
    return learningList(db, viewer, {
      ...{ organisationId: id, duty, side, year: asked, month, offset: offset ?? 0 },
    });
  }

  @Allow('KEEP_LIFE')
  @Query(() => [LifeBranch], { description: 'Whose meetings the viewer keeps.' })
  lifeBranches(@Ctx() { db, viewer }: Request): Promise<LifeBranch[]> {
    return lifeBranches(db, viewer);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => AbsenteeOrRefused)
  recordTalk(
    @Ctx() { db, viewer }: Request,
    @Input(recordTalkInput) input: RecordTalkInput,
  ): Promise<Absentee | Refused> {
    return recordTalk(db, viewer, input);
  }

  @Allow('TAKE_PART')
  @Query(() => MyLife)
  myLife(@Ctx() { db, viewer }: Request): Promise<MyLife> {
    return myLife(db, viewer);
  }

  @Allow('TAKE_PART')
  @Mutation(() => MyMeetingOrRefused)
  askLeave(
    @Ctx() { db, viewer }: Request,
    @Input(askLeaveInput) input: AskLeaveInput,
  ): Promise<MyMeeting | Refused> {
    return askLeave(db, viewer, input);
  }

  @Allow('TAKE_PART')
  @Mutation(() => MyMeetingOrRefused, { description: 'By the code on the secretary’s screen.' })
  confirmAttendance(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Input(confirmAttendanceInput) input: ConfirmAttendanceInput,
  ): Promise<MyMeeting | Refused> {
    return confirmAttendance(db, { viewer, dataKey }, input);
  }
}
