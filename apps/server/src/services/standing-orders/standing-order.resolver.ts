import { type PersonId, personId } from '@linli/domain/access';
import { pageSize, type PlainDate, plainDate, words } from '@linli/domain/base';
import { type CentreId, centreId, dayRange, type ServiceId, serviceId } from '@linli/domain/services/centres';
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
  type StandingOrderId,
  standingOrderId,
  type TakeOutStandingDayInput,
  takeOutStandingDayInput,
  weekdaysOfOrder,
} from '@linli/domain/services/standing-orders';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, badUserInput, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { StandingOrderConnection, standingOrdersOfCentre } from './centre-orders.js';
import { changeStandingDay, putBackStandingDay, takeOutStandingDay } from './change-standing-day.js';
import { createStandingOrder } from './create-standing-order.js';
import { endStandingOrder, pauseStandingOrder, resumeStandingOrder } from './pause-standing-order.js';
import { previewStandingOrder } from './preview-standing-order.js';
import { orderFor, standingOrdersOf } from './standing-order.queries.js';
import { StandingOrder, StandingOrderOrRefused, StandingOrderPreview } from './standing-order.type.js';

const cursor = words(200).nullish();
type Answer = Promise<StandingOrder | Refused>;

@Resolver(() => StandingOrder)
export class StandingOrderResolver {
  @Allow('SEE_BOOKINGS')
  @Query(() => [StandingOrder])
  standingOrders(
    @Ctx() { db, viewer }: Request,
    @Arg('beneficiaryId', personId.nullish()) beneficiaryId: PersonId | null | undefined,
  ): Promise<StandingOrder[]> {
    return standingOrdersOf(db, viewer, beneficiaryId ?? null);
  }

  @Allow('SEE_BOOKINGS')
  @Query(() => StandingOrder)
  standingOrder(
    @Ctx() { db, viewer }: Request,
    @Arg('id', standingOrderId) id: StandingOrderId,
  ): Promise<StandingOrder> {
    return orderFor(db, viewer, { id, action: 'SEE_BOOKINGS' });
  }

  @Allow('CHECK_IN')
  @Query(() => StandingOrderConnection, { description: 'Of the people of a centre, by name.' })
  centreStandingOrders(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('ended', z.boolean()) ended: boolean,
    @Arg('first', pageSize) first: number,
    @Arg('after', cursor) after: string | null | undefined,
  ): Promise<StandingOrderConnection> {
    return standingOrdersOfCentre(db, viewer, { centreId: centre, ended, first, after: after ?? null });
  }

  @Allow('BOOK')
  @Query(() => StandingOrderPreview, {
    description: 'What such an order would find on these days; nothing is written.',
  })
  previewStandingOrder(
    @Ctx() { db, viewer }: Request,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
    @Arg('serviceId', serviceId) service: ServiceId,
    @Arg('weekdays', weekdaysOfOrder) weekdays: readonly number[],
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<StandingOrderPreview> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return previewStandingOrder(db, viewer, { beneficiaryId, serviceId: service, weekdays, ...data });
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
