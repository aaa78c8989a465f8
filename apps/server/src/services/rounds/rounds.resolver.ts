import { type CentreId, centreId } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import {
  type ArrangeRoundsInput,
  arrangeRoundsInput,
  type EndRoundInput,
  endRoundInput,
  type PlanRoundsInput,
  planRoundsInput,
  type StartRoundInput,
  startRoundInput,
  type SyncMarksInput,
  syncMarksInput,
} from '@linli/domain/services/rounds';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, orRefused, type Refused, type Request } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import { arrangeRounds, planRounds } from './arrange-rounds.js';
import { deliveryPlans } from './delivery-plan.js';
import { endRound, startRound } from './ride-round.js';
import { carriersOf } from './rounds.queries.js';
import {
  Carrier,
  DeliveryPlan,
  DeliveryPlanOrRefused,
  DeliveryRound,
  type SyncedMarks,
  SyncedMarksOrRefused,
} from './rounds.type.js';
import { syncMarks } from './sync-marks.js';

const DeliveryRoundOrRefused = orRefused(DeliveryRound);

const asking = ({ viewer, environment: { dataKey } }: Request) => ({ viewer, dataKey });

@Resolver()
export class RoundsResolver {
  @Allow('DELIVER')
  @Query(() => [DeliveryPlan])
  deliveryPlans(
    @Ctx() request: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('day', plainDate) day: PlainDate,
  ): Promise<DeliveryPlan[]> {
    return deliveryPlans(request.db, asking(request), { centreId: centre, day });
  }

  @Allow('PLAN_ROUNDS')
  @Query(() => [Carrier], { description: 'Who may ride for this centre.' })
  async carriers(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
  ): Promise<Carrier[]> {
    await centreFor(db, viewer, 'PLAN_ROUNDS', centre);
    return carriersOf(db, centre);
  }

  @Allow('PLAN_ROUNDS')
  @Mutation(() => DeliveryPlanOrRefused)
  planRounds(
    @Ctx() request: Request,
    @Input(planRoundsInput) input: PlanRoundsInput,
  ): Promise<DeliveryPlan | Refused> {
    return planRounds(request.db, asking(request), input);
  }

  @Allow('PLAN_ROUNDS')
  @Mutation(() => DeliveryPlanOrRefused)
  arrangeRounds(
    @Ctx() request: Request,
    @Input(arrangeRoundsInput) input: ArrangeRoundsInput,
  ): Promise<DeliveryPlan | Refused> {
    return arrangeRounds(request.db, asking(request), input);
  }

  @Allow('DELIVER')
  @Mutation(() => DeliveryRoundOrRefused)
  startRound(
    @Ctx() request: Request,
    @Input(startRoundInput) input: StartRoundInput,
  ): Promise<DeliveryRound | Refused> {
    return startRound(request.db, asking(request), input);
  }

  @Allow('DELIVER')
  @Mutation(() => DeliveryRoundOrRefused)
  endRound(
    @Ctx() request: Request,
    @Input(endRoundInput) input: EndRoundInput,
  ): Promise<DeliveryRound | Refused> {
    return endRound(request.db, asking(request), input);
  }

  @Allow('DELIVER')
  @Mutation(() => SyncedMarksOrRefused)
  syncMarks(
    @Ctx() request: Request,
    @Input(syncMarksInput) input: SyncMarksInput,
  ): Promise<SyncedMarks | Refused> {
    return syncMarks(request.db, asking(request), input);
  }
}
