import { type BookingId, bookingId } from '@linli/domain/services/bookings';
import {
  type CounterDayLogInput,
  counterDayLogInput,
  type RecordDayLogInput,
  recordDayLogInput,
} from '@linli/domain/services/day-care';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { dayLog } from './day-log.queries.js';
import { DayLog, DayLogOrRefused } from './day-log.type.js';
import { counterDayLog, recordDayLog } from './keep-day-log.js';

@Resolver()
export class DayLogResolver {
  @Allow('CHECK_IN')
  @Query(() => DayLog)
  dayLog(@Ctx() { db, viewer }: Request, @Arg('bookingId', bookingId) id: BookingId): Promise<DayLog> {
    return dayLog(db, viewer, id);
  }

  @Allow('CHECK_IN')
  @Mutation(() => DayLogOrRefused)
  recordDayLog(
    @Ctx() { db, viewer }: Request,
    @Input(recordDayLogInput) input: RecordDayLogInput,
  ): Promise<DayLog | Refused> {
    return recordDayLog(db, viewer, input);
  }

  @Allow('CHECK_IN')
  @Mutation(() => DayLogOrRefused)
  counterDayLog(
    @Ctx() { db, viewer }: Request,
    @Input(counterDayLogInput) input: CounterDayLogInput,
  ): Promise<DayLog | Refused> {
    return counterDayLog(db, viewer, input);
  }
}
