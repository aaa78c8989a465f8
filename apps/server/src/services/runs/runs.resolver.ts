import { type PersonId, personId } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import { type BookingRunId, bookingRunId } from '@linli/domain/services/bookings';
import { type SeriesId, seriesId, type ServiceId, serviceId } from '@linli/domain/services/centres';
import {
  type BookRangeInput,
  bookRangeInput,
  type JoinSeriesInput,
  joinSeriesInput,
  type LeaveRunInput,
  leaveRunInput,
  rangeInput,
} from '@linli/domain/services/runs';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, badUserInput, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { bookRange } from './book-range.js';
import { joinSeries } from './join-series.js';
import { leaveRun } from './leave-run.js';
import { RangeOffer, SeriesOffer } from './offer.type.js';
import { rangeOffer, seriesOffers } from './offers.js';
import { seriesRoll } from './roll.js';
import { SeriesRoll } from './roll.type.js';
import { runFor } from './run.queries.js';
import { BookingRun, BookingRunOrRefused } from './run.type.js';

@Resolver()
export class RunsResolver {
  @Allow('SEE_BOOKINGS')
  @Query(() => BookingRun)
  bookingRun(@Ctx() { db, viewer }: Request, @Arg('id', bookingRunId) id: BookingRunId): Promise<BookingRun> {
    return runFor(db, viewer, id);
  }

  @Allow('CHECK_IN')
  @Query(() => SeriesRoll)
  seriesRoll(@Ctx() request: Request, @Arg('id', seriesId) id: SeriesId): Promise<SeriesRoll> {
    return seriesRoll(request, id);
  }

  @Allow('BOOK')
  @Query(() => [SeriesOffer])
  seriesOffers(
    @Ctx() { db, viewer }: Request,
    @Arg('serviceId', serviceId) service: ServiceId,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
  ): Promise<SeriesOffer[]> {
    return seriesOffers(db, viewer, { serviceId: service, beneficiaryId });
  }

  @Allow('BOOK')
  @Query(() => RangeOffer)
  rangeOffer(
    @Ctx() { db, viewer }: Request,
    @Arg('serviceId', serviceId) service: ServiceId,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<RangeOffer> {
    const { data, error } = rangeInput.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return rangeOffer(db, viewer, { ...data, serviceId: service, beneficiaryId });
  }

  @Allow('BOOK')
  @Mutation(() => BookingRunOrRefused)
  joinSeries(
    @Ctx() { db, viewer }: Request,
    @Input(joinSeriesInput) input: JoinSeriesInput,
  ): Promise<BookingRun | Refused> {
    return joinSeries(db, viewer, input);
  }

  @Allow('BOOK')
  @Mutation(() => BookingRunOrRefused)
  bookRange(
    @Ctx() { db, viewer }: Request,
    @Input(bookRangeInput) input: BookRangeInput,
  ): Promise<BookingRun | Refused> {
    return bookRange(db, viewer, input);
  }

  @Allow('CANCEL_BOOKING')
  @Mutation(() => BookingRunOrRefused)
  leaveRun(
    @Ctx() { db, viewer }: Request,
    @Input(leaveRunInput) input: LeaveRunInput,
  ): Promise<BookingRun | Refused> {
    return leaveRun(db, viewer, input);
  }
}
