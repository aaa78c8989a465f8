import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId } from '@linli/domain/services/centres';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { closedDayBookings, previewDayClosing } from './closing.queries.js';
import { ClosedDayBooking, DayClosingPreview } from './closing.type.js';

/** What closing a day means for people; `closeDay` itself is of the centres. */
@Resolver()
export class ClosingResolver {
  @Allow('MANAGE_SERVICES')
  @Query(() => DayClosingPreview)
  previewCloseDay(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
    @Arg('day', plainDate) day: PlainDate,
  ): Promise<DayClosingPreview> {
    return previewDayClosing(db, viewer, { centreId: id, day });
  }

  @Allow('CHECK_IN')
  @Query(() => [ClosedDayBooking], {
    description:
      'Whose bookings a closed day took, those first who must be called, each with what is free instead.',
  })
  closedDayBookings(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
    @Arg('day', plainDate) day: PlainDate,
  ): Promise<ClosedDayBooking[]> {
    return closedDayBookings(db, viewer, { centreId: id, day });
  }
}
