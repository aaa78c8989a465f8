import { type PlainDate, plainDate } from '@linli/domain/base';
import { dayRange } from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Resident, residentOf } from '../../organisation/people/index.js';
import { Allow, Arg, badUserInput, type Request } from '../../platform/graphql/index.js';
import { Service, serviceOf } from '../centres/index.js';
import { daysOfOrder } from './days-of-order.js';
import { StandingOrder, StandingOrderDay } from './standing-order.type.js';

/** What an order shows beyond its row. */
@Resolver(() => StandingOrder)
export class StandingOrderFieldsResolver {
  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Resident)
  beneficiary(@Root() order: StandingOrder, @Ctx() request: Request): Promise<Resident> {
    const { beneficiaryId: id, centreId, centreLineage } = order;
    return residentOf(request, { id, at: { centreId, areaLineage: centreLineage ?? [] } });
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Service)
  service(@Root() { serviceId }: StandingOrder, @Ctx() request: Request): Promise<Service> {
    return serviceOf(request, serviceId);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => [StandingOrderDay])
  days(
    @Root() order: StandingOrder,
    @Ctx() { db }: Request,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<StandingOrderDay[]> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return daysOfOrder(db, order, data);
  }
}

@Resolver(() => StandingOrderDay)
export class StandingOrderDayResolver {
  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Service)
  service(@Root() { serviceId }: StandingOrderDay, @Ctx() request: Request): Promise<Service> {
    return serviceOf(request, serviceId);
  }
}
