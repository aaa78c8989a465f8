import { type CentreId, centreId, type PersonId, personId } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import { type BookingId, bookingId } from '@linli/domain/services/bookings';
import {
  type BookNextVisitInput,
  bookNextVisitInput,
  type EndVisitInput,
  endVisitInput,
  type SignInVisitInput,
  signInVisitInput,
} from '@linli/domain/services/visits';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { BookableSession, Booking, BookingOrRefused } from '../bookings/index.js';
import { visitAddress, visitOfBooking } from './booking-visit.js';
import { endVisit, signInVisit } from './go-on-visit.js';
import { bookNextVisit, nextVisits } from './next-visit.js';
import { BookingVisit, HomeVisit, HomeVisitOrRefused, VisitAddress } from './visit.type.js';
import { homeVisits } from './visits.queries.js';

const asking = ({ viewer, environment: { dataKey } }: Request) => ({ viewer, dataKey });

@Resolver(() => Booking)
export class VisitsResolver {
  @Allow('VISIT_HOMES')
  @Query(() => [HomeVisit], { description: 'Of who sees no bookings: their own.' })
  homeVisits(
    @Ctx() request: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('day', plainDate) day: PlainDate,
  ): Promise<HomeVisit[]> {
    return homeVisits(request.db, asking(request), { centreId: centre, day });
  }

  @Allow('VISIT_HOMES')
  @Query(() => [BookableSession], {
    description: 'The same service for the same person, in four weeks from it.',
  })
  nextVisits(
    @Ctx() { db, viewer }: Request,
    @Arg('bookingId', bookingId) id: BookingId,
  ): Promise<BookableSession[]> {
    return nextVisits(db, viewer, id);
  }

  @Allow('BOOK')
  @Query(() => VisitAddress, { description: 'Where somebody would come to; enough to recognise it.' })
  visitAddress(@Ctx() request: Request, @Arg('beneficiaryId', personId) id: PersonId): Promise<VisitAddress> {
    return visitAddress(request.db, asking(request), id);
  }

  @Allow('VISIT_HOMES')
  @Mutation(() => HomeVisitOrRefused)
  signInVisit(
    @Ctx() request: Request,
    @Input(signInVisitInput) input: SignInVisitInput,
  ): Promise<HomeVisit | Refused> {
    return signInVisit(request.db, asking(request), input);
  }

  @Allow('VISIT_HOMES')
  @Mutation(() => HomeVisitOrRefused)
  endVisit(
    @Ctx() request: Request,
    @Input(endVisitInput) input: EndVisitInput,
  ): Promise<HomeVisit | Refused> {
    return endVisit(request.db, asking(request), input);
  }

  @Allow('VISIT_HOMES')
  @Mutation(() => BookingOrRefused)
  bookNextVisit(
    @Ctx() { db, viewer }: Request,
    @Input(bookNextVisitInput) input: BookNextVisitInput,
  ): Promise<Booking | Refused> {
    return bookNextVisit(db, viewer, input);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => BookingVisit, { nullable: true, description: 'Null: nobody comes to the door.' })
  visit(@Root() { id }: Booking, @Ctx() request: Request): Promise<BookingVisit | null> {
    return visitOfBooking(request, id);
  }
}
