import { pageSize, words } from '@linli/domain/base';
import {
  type MarkDeliveryToldInput,
  markDeliveryToldInput,
  type RevealUndeliveredNumberInput,
  revealUndeliveredNumberInput,
} from '@linli/domain/notices';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  NumberToCall,
  NumberToCallOrRefused,
  Resident,
  residentOf,
} from '../../organisation/people/index.js';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { failedDeliveries, markDeliveryTold, revealUndeliveredNumber } from './failed-deliveries.js';
import { FailedDelivery, FailedDeliveryConnection, FailedDeliveryOrRefused } from './failed-delivery.type.js';

@Resolver(() => FailedDelivery)
export class FailedDeliveriesResolver {
  @Allow('SEE_BOOKINGS')
  @Query(() => FailedDeliveryConnection, {
    description: 'For staff: whom no message reached, and nobody has told yet.',
  })
  failedDeliveries(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('after', words(200).nullish()) after: string | null | undefined,
  ): Promise<FailedDeliveryConnection> {
    return failedDeliveries(db, viewer, { first, after: after ?? null });
  }

  @Allow('SEE_BOOKINGS')
  @Mutation(() => FailedDeliveryOrRefused, { description: 'Somebody told it in person.' })
  markDeliveryTold(
    @Ctx() { db, viewer }: Request,
    @Input(markDeliveryToldInput) { id }: MarkDeliveryToldInput,
  ): Promise<FailedDelivery> {
    return markDeliveryTold(db, viewer, id);
  }

  @Allow('SEE_BOOKINGS')
  @Mutation(() => NumberToCallOrRefused, { description: 'Whom to call, until somebody has told them.' })
  revealUndeliveredNumber(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Input(revealUndeliveredNumberInput) { id }: RevealUndeliveredNumberInput,
  ): Promise<NumberToCall | Refused> {
    return revealUndeliveredNumber(db, { viewer, dataKey }, id);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Resident)
  resident(
    @Root() { residentId, centreId, centreLineage }: FailedDelivery,
    @Ctx() request: Request,
  ): Promise<Resident> {
    const at = { ...(centreId && { centreId }), areaLineage: centreLineage ?? [] };
    return residentOf(request, { id: residentId, at });
  }
}
