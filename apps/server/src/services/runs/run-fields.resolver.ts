import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Allow, type Request } from '../../platform/graphql/index.js';
import { Booking } from '../bookings/index.js';
import { Series, seriesByIds, Service, serviceOf } from '../centres/index.js';
import { bookingsOfRun, runOf } from './run.queries.js';
import { BookingRun } from './run.type.js';

@Resolver(() => BookingRun)
export class RunFieldsResolver {
  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Service)
  service(@Root() { serviceId }: BookingRun, @Ctx() request: Request): Promise<Service> {
    return serviceOf(request, serviceId);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => Series, { nullable: true })
  series(@Root() { seriesId }: BookingRun, @Ctx() request: Request): Promise<Series | null> {
    return seriesId ? seriesByIds(request, seriesId) : Promise.resolve(null);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => [Booking], { description: 'What was given back too, by time.' })
  bookings(@Root() { id }: BookingRun, @Ctx() request: Request): Promise<Booking[]> {
    return bookingsOfRun(request, id);
  }
}

@Resolver(() => Booking)
export class RunOfBookingResolver {
  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => BookingRun, { nullable: true })
  run(@Root() { runId }: Booking, @Ctx() request: Request): Promise<BookingRun | null> {
    return runId ? runOf(request, runId) : Promise.resolve(null);
  }
}
