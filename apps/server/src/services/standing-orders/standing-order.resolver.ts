import { type PersonId, personId } from '@linli/domain/access';
import {
  type ChangeStandingDayInput,
  changeStandingDayInput,
  type CreateStandingOrderInput,
  createStandingOrderInput,
  type EndStandingOrderInput,
  endStandingOrderInput,
  type PauseStandingOrderInput,
  pauseStandingOrderInput,
  type PutBackStandingDayInput,
  putBackStandingDayInput,
  type ResumeStandingOrderInput,
  resumeStandingOrderInput,
  type TakeOutStandingDayInput,
  takeOutStandingDayInput,
} from '@linli/domain/services/standing-orders';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { changeStandingDay, putBackStandingDay, takeOutStandingDay } from './change-standing-day.js';
import { createStandingOrder } from './create-standing-order.js';
import { endStandingOrder, pauseStandingOrder, resumeStandingOrder } from './pause-standing-order.js';
import { standingOrdersOf } from './standing-order.queries.js';
import { StandingOrder, StandingOrderOrRefused } from './standing-order.type.js';

type Answer = Promise<StandingOrder | Refused>;

@Resolver(() => StandingOrder)
export class StandingOrderResolver {
  @Allow('SEE_BOOKINGS')
  @Query(() => [StandingOrder])
  standingOrders(
    @Ctx() { db, viewer }: Request,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
  ): Promise<StandingOrder[]> {
    return standingOrdersOf(db, viewer, beneficiaryId);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  createStandingOrder(
    @Ctx() { db, viewer }: Request,
    @Input(createStandingOrderInput) input: CreateStandingOrderInput,
  ): Answer {
    return createStandingOrder(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  takeOutStandingDay(
    @Ctx() { db, viewer }: Request,
    @Input(takeOutStandingDayInput) input: TakeOutStandingDayInput,
  ): Answer {
    return takeOutStandingDay(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  putBackStandingDay(
    @Ctx() { db, viewer }: Request,
    @Input(putBackStandingDayInput) input: PutBackStandingDayInput,
  ): Answer {
    return putBackStandingDay(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  changeStandingDay(
    @Ctx() { db, viewer }: Request,
    @Input(changeStandingDayInput) input: ChangeStandingDayInput,
  ): Answer {
    return changeStandingDay(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  pauseStandingOrder(
    @Ctx() { db, viewer }: Request,
    @Input(pauseStandingOrderInput) input: PauseStandingOrderInput,
  ): Answer {
    return pauseStandingOrder(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  resumeStandingOrder(
    @Ctx() { db, viewer }: Request,
    @Input(resumeStandingOrderInput) input: ResumeStandingOrderInput,
  ): Answer {
    return resumeStandingOrder(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => StandingOrderOrRefused)
  endStandingOrder(
    @Ctx() { db, viewer }: Request,
    @Input(endStandingOrderInput) input: EndStandingOrderInput,
  ): Answer {
    return endStandingOrder(db, viewer, input);
  }
}
